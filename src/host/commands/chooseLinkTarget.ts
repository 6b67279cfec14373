import * as vscode from 'vscode';
import { isSameType, type ConnectionTypeKey } from '../../core/catalog/catalog';
import { checkReferenceId } from '../../core/connection/connectionDraft';
import { compareNames } from '../../core/connection/connectionsFile';
import { listConnections, suggestName } from '../../core/connection/projectConnections';
import { typeLabel } from '../../core/connection/types';
import { toReferenceId, type ReferenceId } from '../../core/flow/referenceId';
import { useCount } from '../describeUses';
import { localize } from '../localize';
import type { RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { readList } from './outputSource';
import { inform } from '../notify';

interface Candidate extends ConnectionTypeKey {
  readonly name: string;
  readonly referenceId: ReferenceId;
  readonly note: string;
}

/** The ID of Cognigy.AI for a temporary Connection: one that is known here, one of its own list, or one that is typed. */
export async function chooseLinkTarget(
  found: RegisteredConnection,
  services: CommandServices,
): Promise<ReferenceId | undefined> {
  const title = vscode.l10n.t('Link “{0}” to Cognigy.AI', found.connection.name);
  const picked = await services.ask.pick(
    [
      ...toItems(knownHere(found), found),
      {
        label: vscode.l10n.t('Enter the Reference ID…'),
        read: () => askReferenceId(title, found, services),
      },
      {
        label: vscode.l10n.t('From the List of Cognigy.AI…'),
        detail: vscode.l10n.t('The output of ‘cognigy execute indexConnections’.'),
        read: () => chooseFromList(title, found, services),
      },
    ],
    { title, matchOnDescription: true },
  );
  return picked?.read();
}

/** Those of its type, the same name first. */
function toItems(candidates: readonly Candidate[], { connection }: RegisteredConnection) {
  return candidates
    .filter((candidate) => isSameType(candidate, connection))
    .sort(
      (a, b) =>
        Number(b.name === connection.name) - Number(a.name === connection.name) ||
        compareNames(a.name, b.name),
    )
    .map(({ name, referenceId, note }) => ({
      label: name,
      description: [referenceId, note].filter((part) => part !== '').join(' · '),
      read: () => Promise.resolve<ReferenceId | undefined>(referenceId),
    }));
}

function knownHere({ owner }: RegisteredConnection): Candidate[] {
  const { declared, undeclared } = listConnections(owner.project);
  return [
    ...declared.flatMap(({ connection, uses, isRegistered }) => {
      if (connection.isTemporary) return [];
      const note = isRegistered
        ? vscode.l10n.t('registered, {0}: they become one', useCount(uses))
        : useCount(uses);
      return [{ ...connection, note }];
    }),
    ...undeclared.map((entry) => ({
      ...entry.connectionType,
      name: suggestName(entry),
      referenceId: entry.referenceId,
      note: useCount(entry.uses),
    })),
  ];
}

async function chooseFromList(
  title: string,
  found: RegisteredConnection,
  { ask }: CommandServices,
): Promise<ReferenceId | undefined> {
  const list = await readList(found.owner, title, ask);
  if (!list) return undefined;
  const items = toItems(
    list.connections.map((one) => ({ ...one, note: '' })),
    found,
  );
  if (items.length > 0) return (await ask.pick(items, { title, matchOnDescription: true }))?.read();
  void inform(
    vscode.l10n.t(
      'The list has no Connection of the type {0}. Create it on Cognigy.AI, then get the list again.',
      typeLabel(found.connection, localize),
    ),
  );
  return undefined;
}

async function askReferenceId(
  title: string,
  found: RegisteredConnection,
  { ask }: CommandServices,
): Promise<ReferenceId | undefined> {
  const text = await ask.text({
    title,
    prompt: vscode.l10n.t('Paste it from Cognigy.AI: Build > Connections > ⋮ > Copy Reference ID.'),
    ignoreFocusOut: true,
    validateInput: (value) => checkTyped(value, found),
  });
  const typed = toReferenceId(text?.trim());
  return typed && !isTaken(typed, found) ? typed : undefined;
}

function checkTyped(value: string, found: RegisteredConnection) {
  if (value.trim() === '') return vscode.l10n.t('Enter the Reference ID.');
  const nameOf = (text: string) => {
    const id = toReferenceId(text);
    return id && found.owner.project.registered.get(id)?.name;
  };
  const nameOfTaken = (text: string) => (isTaken(toReferenceId(text), found) ? nameOf(text) : undefined);
  const error = checkReferenceId(value.trim(), { nameOfTaken }, localize);
  const name = nameOf(value.trim());
  if (error !== undefined || name === undefined) return error;
  return {
    message: vscode.l10n.t('“{0}” is registered with it: the two become one.', name),
    severity: vscode.InputBoxValidationSeverity.Info,
  };
}

/** Whether it is that of a registered Connection that this one can't become: a temporary one, or one of another type. */
function isTaken(referenceId: ReferenceId | undefined, { owner, connection }: RegisteredConnection): boolean {
  const there = referenceId && owner.project.registered.get(referenceId);
  return there !== undefined && (there.isTemporary || !isSameType(there, connection));
}

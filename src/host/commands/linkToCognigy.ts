import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isSameType } from '../../core/catalog/catalog';
import { checkReferenceId } from '../../core/connection/connectionDraft';
import { compareNames } from '../../core/connection/connectionsFile';
import { listConnections, suggestName } from '../../core/connection/projectConnections';
import { toReferenceId, type ReferenceId } from '../../core/flow/referenceId';
import { closeEditor, hasUnsavedEditor } from '../closeEditor';
import { useCount } from '../describeUses';
import { localize, nodeCount } from '../localize';
import { replaceEverywhere } from '../replaceEverywhere';
import { chooseRegistered, credentialKey, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';

/** Gives a temporary Connection the Reference ID that Cognigy.AI has made for it, everywhere. */
export function registerLinkToCognigy(services: CommandServices): void {
  services.registry.register(commandIds.linkToCognigy, async (...args) => {
    const [found] = await chooseRegistered(services, args, {
      placeHolder: vscode.l10n.t('The Connection to link'),
      none: vscode.l10n.t('Every registered Connection has a Reference ID of Cognigy.AI.'),
      fits: ({ isTemporary }) => isTemporary,
    });
    if (!found) return;
    const { name, isTemporary } = found.connection;
    if (!isTemporary) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('“{0}” is linked to Cognigy.AI already.', name),
      );
      return;
    }
    if (hasUnsavedEditor(found.owner, found.connection)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The editor of “{0}” has unsaved changes. Save or revert them first.', name),
      );
      return;
    }
    const referenceId = await askReferenceId(found, services);
    if (referenceId) await link(found, referenceId, services);
  });
}

/**
 * The connections file first, for it may refuse; then the flows; the credentials last, so that a kill leaves them where
 * the vault lists them.
 */
async function link(
  found: RegisteredConnection,
  referenceId: ReferenceId,
  services: CommandServices,
): Promise<void> {
  const { repository, vault, tree } = services;
  const { owner, connection } = found;
  const linked = { ...connection, referenceId, isTemporary: false };
  const from = connection.referenceId;
  const outcome = await repository.link(owner, linked, from);
  if (outcome.kind === 'refused') await vscode.window.showErrorMessage(outcome.sentence);
  if (outcome.kind !== 'saved') return;
  await closeEditor(owner, connection);
  // By the project as it was: the old ID is meant wherever it stands only while somebody declares it.
  const { count, left, isDone } = await replaceEverywhere(services, owner, { from, to: referenceId });
  const key = credentialKey(found);
  const { extension, type } = connection;
  const folder = owner.folder.uri.toString();
  const moved = key ? await vault.move(key, { ...key, referenceId, extension, type, folder }) : 'none';
  tree.refresh();
  const said =
    count === 0
      ? vscode.l10n.t('Linked “{0}”.', connection.name)
      : vscode.l10n.t('Linked “{0}” in {1}.', connection.name, nodeCount(count));
  const troubles = [
    ...left,
    ...(isDone ? [] : [vscode.l10n.t('Not everything was replaced.')]),
    ...(moved === 'values' || moved === 'none'
      ? []
      : [vscode.l10n.t('Its credentials could not be moved. Manage Stored Credentials lists them.')]),
  ];
  if (troubles.length === 0) vscode.window.setStatusBarMessage(said, 3000);
  else void vscode.window.showWarningMessage([said, ...troubles].join(' '));
}

/** A known ID of Cognigy.AI that has no name here yet, or one that is typed; the same name first. */
async function askReferenceId(
  { owner, connection }: RegisteredConnection,
  { ask }: CommandServices,
): Promise<ReferenceId | undefined> {
  const { project } = owner;
  const { declared, undeclared } = listConnections(project);
  const known = [
    ...declared.flatMap((entry) => (entry.isRegistered ? [] : [toCandidate(entry.connection, entry.uses)])),
    ...undeclared.map((entry) =>
      toCandidate(
        { ...entry.connectionType, name: suggestName(entry), referenceId: entry.referenceId },
        entry.uses,
      ),
    ),
  ]
    .filter(({ type }) => isSameType(type, connection))
    .sort(
      (a, b) =>
        Number(b.label === connection.name) - Number(a.label === connection.name) ||
        compareNames(a.label, b.label),
    );
  const type = { label: vscode.l10n.t('Enter the Reference ID…'), type: connection, referenceId: undefined };
  const title = vscode.l10n.t('Link “{0}” to Cognigy.AI', connection.name);
  if (known.length > 0) {
    const picked = await ask.pick([...known, type], { title, matchOnDescription: true });
    if (!picked || picked.referenceId !== undefined) return picked?.referenceId;
  }
  const nameOfTaken = (text: string) => {
    const id = toReferenceId(text);
    return id && project.registered.get(id)?.name;
  };
  const text = await ask.text({
    title,
    prompt: vscode.l10n.t('Paste it from Cognigy.AI: Build > Connections > ⋮ > Copy Reference ID.'),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === ''
        ? vscode.l10n.t('Enter the Reference ID.')
        : checkReferenceId(value.trim(), { nameOfTaken }, localize),
  });
  const referenceId = toReferenceId(text?.trim());
  return referenceId && nameOfTaken(referenceId) === undefined ? referenceId : undefined;
}

function toCandidate(
  {
    extension,
    type,
    name,
    referenceId,
  }: Pick<RegisteredConnection['connection'], 'extension' | 'type' | 'name' | 'referenceId'>,
  uses: RegisteredConnection['uses'],
) {
  return {
    label: name,
    description: `${referenceId} · ${useCount(uses)}`,
    type: { extension, type },
    referenceId,
  };
}

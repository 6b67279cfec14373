import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isSameType } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { compareNames } from '../../core/connection/connectionsFile';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId } from '../../core/flow/referenceId';
import { localize, nodeCount } from '../localize';
import { countNamers, replaceEverywhere, unreadSentence } from '../replaceEverywhere';
import { planReplacement, type Replacement } from '../replaceInFlows';
import { chooseRegistered, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { deleteConnections } from './deleteConnections';
import { inform, showStatus, warn, whileReadingFlows } from '../notify';

/** Puts another Connection of the same type wherever one is named, as one edit to be undone. */
export function registerReplaceConnection(services: CommandServices): void {
  const work = async (...args: unknown[]) => {
    const placeHolder = vscode.l10n.t('The Connection to replace');
    const [found] = await chooseRegistered(services, args, { placeHolder });
    if (found) await replace(found, services);
  };
  services.registry.register(commandIds.replaceInFlows, work);
  services.registry.register(commandIds.replaceConnectionInFlows, work);
}

/** The same, and then deletes the Connection, if nothing names it any more. */
export async function replaceAndDelete(
  found: RegisteredConnection,
  services: CommandServices,
): Promise<void> {
  if (await replace(found, services)) await deleteConnections([{ ...found, uses: [] }], services);
}

/** Whether everything was replaced. */
async function replace(found: RegisteredConnection, services: CommandServices): Promise<boolean> {
  const { owner, connection } = found;
  const other = await pickOther(found, services);
  if (!other) return false;
  const change = { from: connection.referenceId, to: other.referenceId };
  const plan = await whileReadingFlows(() => planReplacement(services, owner, change));
  if (plan.files.length === 0 && plan.refused.length === 0) {
    void inform(vscode.l10n.t('No node of this project uses “{0}”.', connection.name));
    return plan.unread.length === 0;
  }
  const agree = vscode.l10n.t('Replace');
  const answer = await services.ask.choose({
    message: vscode.l10n.t('Replace “{0}” by “{1}” in {2}?', connection.name, other.name, namers(plan)),
    detail: describe(plan),
    choices: [agree],
  });
  if (answer !== agree) return false;
  // Planned anew: the question may have stood there for long.
  const { count, left, isDone } = await replaceEverywhere(services, owner, change);
  const said = vscode.l10n.t(
    'Replaced “{0}” by “{1}” in {2}.',
    connection.name,
    other.name,
    nodeCount(count),
  );
  if (isDone && left.length === 0) showStatus(said);
  else {
    const rest = isDone ? left : [...left, vscode.l10n.t('Not everything was replaced.')];
    void warn([said, ...rest].join(' '));
  }
  return isDone && left.length === 0;
}

async function pickOther(
  { owner, connection }: RegisteredConnection,
  { ask }: CommandServices,
): Promise<Connection | undefined> {
  const others = [...owner.project.registered.values()]
    .filter((other) => other.referenceId !== connection.referenceId && isSameType(other, connection))
    .sort((a, b) => compareNames(a.name, b.name));
  if (others.length === 0) {
    const type = typeLabel(connection, localize);
    void inform(
      vscode.l10n.t('This project has no other {0} Connection. Register or create one first.', type),
    );
    return undefined;
  }
  const items = others.map((other) => ({
    label: other.name,
    description: [
      shortReferenceId(other.referenceId),
      ...(other.isTemporary ? [vscode.l10n.t('temporary')] : []),
    ].join(' · '),
    ...(other.description !== undefined && { detail: other.description }),
    other,
  }));
  const placeHolder = vscode.l10n.t('The Connection that takes the place of “{0}”', connection.name);
  return (await ask.pick(items, { placeHolder, matchOnDescription: true }))?.other;
}

function namers({ files }: Replacement): string {
  return nodeCount(countNamers(files));
}

/** A line a file: what is changed there, and what is left as it is. */
function describe({ files, refused, unread }: Replacement): string {
  const lines = files.map(
    ({ file, mentions }) => `${file.path}: ${[...new Set(mentions.map(({ name }) => name))].join(', ')}`,
  );
  const note = vscode.l10n.t('One undo takes it back. Nothing is saved by it.');
  return [...lines, ...refused, ...unread.map(unreadSentence), note].join('\n');
}

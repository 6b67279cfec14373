import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { TakenCredentials } from '../../core/connection/credentialVault';
import { countNodes } from '../../core/connection/projectConnections';
import type { RemovedEntry } from '../../core/connection/removeConnection';
import { toConnectionArgument } from '../connectionArgument';
import { nodeCount } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import { credentialKey, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { fail } from '../notify';

/** What was deleted in one project. */
interface Deleted {
  readonly owner: LocatedProject;
  readonly removed: readonly RemovedEntry[];
  readonly taken: readonly TakenCredentials[];
}

/** Deletes without asking, and tells of it with an Undo. */
export async function deleteConnections(
  found: readonly RegisteredConnection[],
  services: CommandServices,
): Promise<void> {
  const deleted: Deleted[] = [];
  for (const owner of new Map(found.map((one) => [one.owner.id, one.owner])).values()) {
    const own = found.filter((one) => one.owner.id === owner.id);
    const ids = own.map(({ connection }) => connection.referenceId);
    const { outcome, removed } = await services.repository.remove(owner, ids);
    if (outcome.kind === 'refused') await fail(outcome.sentence);
    if (outcome.kind !== 'saved') continue;
    for (const { connection } of own) await services.editors.close(owner, connection);
    deleted.push({ owner, removed, taken: await deleteCredentials(own, services) });
  }
  services.tree.refresh();
  const gone = found.filter(({ owner }) => deleted.some((one) => one.owner.id === owner.id));
  // Not awaited: the notification stays until somebody answers it.
  if (gone.length > 0) void services.registry.run('Undo', () => tell(gone, deleted, services));
}

async function deleteCredentials(
  found: readonly RegisteredConnection[],
  { vault, log }: CommandServices,
): Promise<TakenCredentials[]> {
  const all: TakenCredentials[] = [];
  for (const one of found) {
    const key = credentialKey(one);
    try {
      const taken = key && (await vault.delete(key, one.owner.id));
      if (taken) all.push(taken);
    } catch (error) {
      log.error('Deleting credentials', error);
      void fail(
        vscode.l10n.t(
          'The credentials of “{0}” could not be deleted from this machine. Manage Stored Credentials lists them.',
          one.connection.name,
        ),
      );
    }
  }
  return all;
}

async function tell(
  gone: readonly RegisteredConnection[],
  deleted: readonly Deleted[],
  services: CommandServices,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const show = vscode.l10n.t('Show Nodes');
  const [only, ...others] = gone;
  const count = countNodes(gone.flatMap(({ uses }) => uses));
  const isOne = others.length === 0 && only !== undefined;
  const what = isOne
    ? vscode.l10n.t('Deleted “{0}”.', only.connection.name)
    : vscode.l10n.t('Deleted {0} Connections.', gone.length);
  const rest = stillNamed(count, isOne);
  const choices = isOne && count > 0 ? [undo, show] : [undo];
  const answer = await services.ask.tell([what, ...rest].join(' '), ...choices);
  if (answer === undo) await putBack(deleted, services);
  if (answer === show && only) {
    const argument = toConnectionArgument(only.owner, only.connection.referenceId);
    await vscode.commands.executeCommand(commandIds.showUses, argument);
  }
}

function stillNamed(count: number, isOne: boolean): string[] {
  if (count === 0) return [];
  if (count === 1)
    return [
      isOne ? vscode.l10n.t('1 node still names it.') : vscode.l10n.t('1 node still names one of them.'),
    ];
  return [
    isOne
      ? vscode.l10n.t('{0} still name it.', nodeCount(count))
      : vscode.l10n.t('{0} still name them.', nodeCount(count)),
  ];
}

/** What can't be put back now can be tried again: nothing else holds it. */
async function putBack(deleted: readonly Deleted[], services: CommandServices): Promise<void> {
  const { ask, repository, vault, tree } = services;
  const left: Deleted[] = [];
  const sentences: string[] = [];
  for (const one of deleted) {
    const outcome = await repository.restore(one.owner, one.removed);
    if (outcome.kind !== 'saved') left.push(one);
    if (outcome.kind === 'refused') sentences.push(outcome.sentence);
    // Whatever becomes of the file.
    for (const taken of one.taken) await vault.restore(taken);
  }
  tree.refresh();
  if (left.length === 0) return;
  const again = vscode.l10n.t('Undo');
  if ((await ask.tell(sentences.join(' '), again)) === again) await putBack(left, services);
}

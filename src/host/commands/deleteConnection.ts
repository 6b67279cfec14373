import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { CredentialReading } from '../../core/connection/credentialVault';
import { countLlms, countNodes, type LocatedUse } from '../../core/connection/projectConnections';
import { countEntries } from '../../core/connection/projects';
import { usesSentence } from '../describeUses';
import { chooseRegistered, credentialKey, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { deleteConnections } from './deleteConnections';
import { replaceAndDelete } from './replaceConnection';

/** More node names than this say nothing more. */
const namedNodes = 3;

/** Takes Connections out of the connections file and their credentials off this machine; flow files stay as they are. */
export function registerDeleteConnection(services: CommandServices): void {
  const work = async (...args: unknown[]) => {
    const placeHolder = vscode.l10n.t('The Connection to delete');
    const found = await chooseRegistered(services, args, { placeHolder });
    if (found.length > 0) await ask(found, services);
  };
  services.registry.register(commandIds.delete, work);
  services.registry.register(commandIds.deleteConnection, work);
}

async function ask(found: readonly RegisteredConnection[], services: CommandServices): Promise<void> {
  const remove = vscode.l10n.t('Delete');
  const replace = vscode.l10n.t('Replace in Flows…');
  const [only, ...others] = found;
  const canReplace = others.length === 0 && only !== undefined && only.uses.length > 0;
  const answer = await services.ask.choose({
    message:
      others.length === 0
        ? vscode.l10n.t('Delete “{0}”?', only?.connection.name ?? '')
        : vscode.l10n.t('Delete {0} Connections?', found.length),
    detail: await describe(found, services),
    choices: canReplace ? [remove, replace] : [remove],
  });
  if (answer === remove) await deleteConnections(found, services);
  else if (answer === replace && only) await replaceAndDelete(only, services);
}

async function describe(found: readonly RegisteredConnection[], { vault }: CommandServices): Promise<string> {
  const uses = found.flatMap((one) => one.uses);
  const kept = await Promise.all(
    found.map(async (one) => {
      const key = credentialKey(one);
      return key ? vault.check(key, one.connection, one.owner.id) : 'none';
    }),
  );
  return [
    ...(found.length > 1 ? [`${found.map(({ connection }) => connection.name).join(', ')}.`] : []),
    ...usedBy(uses),
    ...repeatedIn(found),
    whatIsDeleted(kept),
    vscode.l10n.t('LLM, voice, translation and storage settings on Cognigy.AI weren’t checked.'),
  ].join(' ');
}

/** What a merge left behind goes too: else an entry that was hidden would count. */
function repeatedIn(found: readonly RegisteredConnection[]): string[] {
  const entries = found.map(({ owner, connection }) => countEntries(owner.project, connection.referenceId));
  const all = entries.reduce((sum, count) => sum + count, 0);
  return entries.some((count) => count > 1)
    ? [vscode.l10n.t('{0} entries of the connections file are deleted.', all)]
    : [];
}

function whatIsDeleted(kept: readonly CredentialReading['kind'][]): string {
  if (kept.includes('elsewhere'))
    return vscode.l10n.t(
      'Flow files aren’t changed; credentials on this machine that were set for another connections file stay.',
    );
  if (kept.includes('newer'))
    return vscode.l10n.t(
      'Flow files aren’t changed; credentials on this machine that a newer version stored stay.',
    );
  return vscode.l10n.t('Flow files aren’t changed; the credentials on this machine are deleted.');
}

function usedBy(uses: readonly LocatedUse[]): string[] {
  if (uses.length === 0) return [];
  const names = [...new Set(uses.map(({ use }) => use.nodeLabel))];
  const list = names.slice(0, namedNodes).join(', ') + (names.length > namedNodes ? ', …' : '.');
  const where = usesSentence(uses);
  return [
    countNodes(uses) + countLlms(uses) === 1
      ? vscode.l10n.t('{0} of this project uses it: {1}', where, list)
      : vscode.l10n.t('{0} of this project use it: {1}', where, list),
    vscode.l10n.t('Cognigy.AI hangs at a node whose Connection is missing.'),
  ];
}

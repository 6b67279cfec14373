import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { Connection } from '../../core/connection/connection';
import type { CredentialReading } from '../../core/connection/credentialVault';
import type { ReferenceId } from '../../core/flow/referenceId';
import { nodeCount } from '../localize';
import { replaceEverywhere } from '../replaceEverywhere';
import { chooseLinkTarget } from './chooseLinkTarget';
import { chooseRegistered, credentialKey, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { fail, inform, showStatus, warn } from '../notify';

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
      void inform(vscode.l10n.t('“{0}” is linked to Cognigy.AI already.', name));
      return;
    }
    if (services.editors.hasUnsaved(found.owner, found.connection)) {
      void inform(vscode.l10n.t('The editor of “{0}” has unsaved changes. Save or revert them first.', name));
      return;
    }
    const referenceId = await chooseLinkTarget(found, services);
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
  const { owner, connection } = found;
  const there = owner.project.registered.get(referenceId);
  const keepsIts = there && (await askWhoseCredentials(found, there, services));
  if (keepsIts === 'cancelled') return;
  const description = there?.description ?? connection.description ?? '';
  const linked = { ...(there ?? connection), description, referenceId, isTemporary: false };
  const from = connection.referenceId;
  const outcome = await services.repository.link(owner, linked, from);
  if (outcome.kind === 'refused') await fail(outcome.sentence);
  if (outcome.kind !== 'saved') return;
  await services.editors.close(owner, connection);
  // By the project as it was: the old ID is meant wherever it stands only while somebody declares it.
  const { count, left, isDone } = await replaceEverywhere(services, owner, { from, to: referenceId });
  const moved = await moveCredentials(found, linked, keepsIts ?? false, services);
  services.tree.refresh();
  const said =
    count === 0
      ? vscode.l10n.t('Linked “{0}”.', linked.name)
      : vscode.l10n.t('Linked “{0}” in {1}.', linked.name, nodeCount(count));
  const troubles = [
    ...left,
    ...(isDone ? [] : [vscode.l10n.t('Not everything was replaced.')]),
    ...(moved === 'values' || moved === 'none'
      ? []
      : [vscode.l10n.t('Its credentials could not be moved. Manage Stored Credentials lists them.')]),
  ];
  if (troubles.length === 0) showStatus(said);
  else void warn([said, ...troubles].join(' '));
}

/** Where both have credentials, those of one go: whether the Connection that is there already keeps its own. */
async function askWhoseCredentials(
  found: RegisteredConnection,
  there: Connection,
  { ask, vault }: CommandServices,
): Promise<boolean | 'cancelled'> {
  const key = credentialKey(found);
  const isStored = (one: Connection) =>
    key && vault.status({ ...key, referenceId: one.referenceId }, one, found.owner.id).kind !== 'none';
  if (!isStored(there)) return false;
  if (!isStored(found.connection)) return true;
  const keep = vscode.l10n.t('Keep Those of “{0}”', there.name);
  const take = vscode.l10n.t('Take Those of “{0}”', found.connection.name);
  const answer = await ask.choose({
    message: vscode.l10n.t('Both have credentials on this machine. Which are right?'),
    detail: vscode.l10n.t(
      '“{0}” and “{1}” become one Connection. The other credentials are deleted from this machine.',
      found.connection.name,
      there.name,
    ),
    choices: [keep, take],
  });
  return answer === undefined ? 'cancelled' : answer === keep;
}

/** What became of them; a storage that fails has lost nothing, for it lists them still. */
async function moveCredentials(
  found: RegisteredConnection,
  { referenceId, extension, type }: Connection,
  keepsIts: boolean,
  { vault, log }: CommandServices,
): Promise<CredentialReading['kind']> {
  const key = credentialKey(found);
  const file = found.owner.id;
  if (!key) return 'none';
  try {
    if (!keepsIts) return await vault.move(key, { ...key, referenceId, extension, type, file });
    await vault.delete(key, file);
    return 'none';
  } catch (error) {
    log.error('Moving credentials', error);
    return 'lost';
  }
}

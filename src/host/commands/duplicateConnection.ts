import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toReferenceId } from '../../core/flow/referenceId';
import { chooseRegistered, credentialKey, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { askName } from './renameConnection';
import { fail, showStatus, warn } from '../notify';

/** Makes another Connection of the same type: with a temporary Reference ID, for the platform gives the real one. */
export function registerDuplicateConnection(services: CommandServices): void {
  const work = async (...args: unknown[]) => {
    const placeHolder = vscode.l10n.t('The Connection to duplicate');
    const [found] = await chooseRegistered(services, args, { placeHolder });
    if (found) await duplicate(found, services);
  };
  services.registry.register(commandIds.duplicate, work);
  services.registry.register(commandIds.duplicateConnection, work);
}

async function duplicate(found: RegisteredConnection, services: CommandServices): Promise<void> {
  const { ask, repository, vault, random, tree, log } = services;
  const { owner, connection } = found;
  const referenceId = toReferenceId(random.uuid());
  if (!referenceId) return;
  const title = vscode.l10n.t('Duplicate “{0}”', connection.name);
  const value = vscode.l10n.t('{0} copy', connection.name);
  const name = await askName(services, owner, referenceId, { title, value });
  if (name === undefined) return;
  const from = credentialKey(found);
  const isStored = from && vault.status(from, connection, owner.id).kind === 'stored';
  const copy = vscode.l10n.t('Copy Credentials');
  const answer = isStored
    ? await ask.choose({
        message: vscode.l10n.t('Copy the credentials of “{0}” too?', connection.name),
        detail: vscode.l10n.t('They stay on this machine. “{0}” can have others later.', name),
        choices: [copy, vscode.l10n.t('Without Credentials')],
      })
    : '';
  if (answer === undefined) return;
  const outcome = await repository.save(owner, { ...connection, referenceId, name, isTemporary: true });
  if (outcome.kind === 'refused') await fail(outcome.sentence);
  if (outcome.kind !== 'saved') return;
  if (from && answer === copy) {
    const { extension, type } = connection;
    const to = { fileId: outcome.fileId, referenceId, extension, type, file: owner.id };
    const copied = await vault.copy(from, to).catch((error: unknown) => {
      log.error('Copying credentials', error);
      return undefined;
    });
    if (copied !== 'values') {
      void warn(
        copied === undefined
          ? vscode.l10n.t('The credentials of “{0}” could not be stored for the copy.', connection.name)
          : vscode.l10n.t(
              'The credentials of “{0}” can’t be read here and were not copied. Open its editor to see why.',
              connection.name,
            ),
      );
    }
    tree.refresh();
  }
  showStatus(vscode.l10n.t('Made “{0}” with a temporary Reference ID', name));
}

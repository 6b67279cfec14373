import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isRegisterAs } from '../registerAs';
import type { CommandServices } from './commandServices';
import { fail, showStatus } from '../notify';

/** Registers a Reference ID under the name that another one had, with the credentials of that one if they are here. */
export function registerRegisterAs({ registry, repository, vault, tree }: CommandServices): void {
  registry.register(commandIds.registerAs, async (argument) => {
    if (!isRegisterAs(argument)) return;
    const { owner, referenceId, as, isOwn } = argument;
    const outcome = await repository.save(owner, { ...as, referenceId, isTemporary: false });
    if (outcome.kind === 'refused') {
      await fail(outcome.sentence);
      return;
    }
    if (outcome.kind === 'cancelled') return;
    const { fileId } = outcome;
    if (isOwn) {
      const target = { fileId, referenceId, extension: as.extension, type: as.type, file: owner.id };
      await vault.copy({ fileId, referenceId: as.referenceId }, target);
      tree.refresh();
    }
    showStatus(vscode.l10n.t('Registered “{0}”', as.name));
  });
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toDay } from '../../core/connection/rotation';
import { chooseRegistered } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { fail, showStatus } from '../notify';

/** Writes down that a Connection's credentials were replaced, so that machines with older ones can say so. */
export function registerMarkAsRotated(services: CommandServices): void {
  const { registry, repository, clock } = services;
  registry.register(commandIds.markAsRotated, async (...args) => {
    const placeHolder = vscode.l10n.t('The Connection whose credentials were replaced');
    const [found] = await chooseRegistered(services, args, { placeHolder });
    if (!found) return;
    const { owner, connection } = found;
    const outcome = await repository.save(owner, { ...connection, rotatedOn: toDay(clock.now()) });
    if (outcome.kind === 'refused') await fail(outcome.sentence);
    if (outcome.kind !== 'saved') return;
    showStatus(vscode.l10n.t('Marked “{0}” as rotated', connection.name));
  });
}

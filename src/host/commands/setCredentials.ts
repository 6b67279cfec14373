import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { editTarget } from '../editor/connectionEditors';
import { editByQuestions } from '../quickForm/editByQuestions';
import { chooseRegistered } from './chooseRegistered';
import type { CommandServices } from './commandServices';

/** Asks for the credentials of a Connection field after field, without its form. */
export function registerSetCredentials(services: CommandServices): void {
  const { registry } = services;
  registry.register(commandIds.setCredentials, async (...args) => {
    const placeHolder = vscode.l10n.t('The Connection whose credentials to set');
    const [found] = await chooseRegistered(services, args, { placeHolder });
    if (!found) return;
    const title = vscode.l10n.t('Set Credentials of “{0}”', found.connection.name);
    await editByQuestions(services, editTarget(found.owner, found.connection), title, 'credentials');
  });
}

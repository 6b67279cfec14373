import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { editTarget } from '../editor/openConnectionEditor';
import { editByQuestions } from '../quickForm/editByQuestions';
import { isConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { pickConnection } from './pickConnection';

/** Asks for the credentials of a Connection field after field, without its form. */
export function registerSetCredentials(services: CommandServices): void {
  const { registry } = services;
  registry.register(commandIds.setCredentials, async (item) => {
    const node = isConnectionNode(item)
      ? item
      : await pickConnection(services, {
          placeHolder: vscode.l10n.t('The Connection whose credentials to set'),
          none: vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
          fits: ({ kind }) => kind === 'declared',
        });
    if (node?.kind !== 'declared') return;
    const { connection } = node.entry;
    const title = vscode.l10n.t('Set Credentials of “{0}”', connection.name);
    await editByQuestions(services, editTarget(node.owner, connection), title, 'credentials');
  });
}

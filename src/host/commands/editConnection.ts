import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toConnectionNode } from '../connectionArgument';
import { editConnection, registerConnection } from '../editor/openConnectionEditor';
import type { ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { connectionUnderCursor } from './idUnderCursor';
import { pickConnection } from './pickConnection';

/** The tree's Edit, on an item, and the one of the palette and of flow files: the Connection under the cursor, else the one that is picked. */
export function registerEditConnection(services: CommandServices): void {
  const { registry, index } = services;
  registry.register(commandIds.edit, async (node) => {
    const found = toConnectionNode(index, node);
    if (found) await openFor(found);
  });
  const editHere = async () => {
    await index.start();
    const here = await connectionUnderCursor(services);
    if (here?.kind === 'declared') {
      await openFor(here);
      return;
    }
    const node = await pickConnection(services, {
      placeHolder: vscode.l10n.t('The Connection to edit'),
      none: vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
      fits: ({ kind }) => kind === 'declared',
    });
    if (node) await openFor(node);
  };
  registry.register(commandIds.editConnection, editHere);
  // The same under the title that a menu has it by.
  registry.register(commandIds.editConnectionHere, editHere);
}

async function openFor(node: ConnectionNode): Promise<void> {
  if (node.kind !== 'declared') return;
  const { connection, isRegistered } = node.entry;
  if (isRegistered) await editConnection(node.owner, connection);
  else await registerConnection(node.owner, connection.referenceId, connection, connection.name);
}

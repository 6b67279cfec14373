import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toConnectionNode } from '../connectionArgument';
import type { ConnectionEditors } from '../editor/connectionEditors';
import type { ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { connectionUnderCursor } from './idUnderCursor';
import { pickConnection } from './pickConnection';

/** The tree's Edit, on an item, and the one of the palette and of flow files: the Connection under the cursor, else the one that is picked. */
export function registerEditConnection(services: CommandServices): void {
  const { registry, index, editors } = services;
  registry.register(commandIds.edit, async (node) => {
    const found = toConnectionNode(index, node);
    if (found) await openFor(found, editors);
  });
  const editHere = async () => {
    await index.start();
    const here = await connectionUnderCursor(services);
    if (here?.kind === 'declared') {
      await openFor(here, editors);
      return;
    }
    const node = await pickConnection(services, {
      placeHolder: vscode.l10n.t('The Connection to edit'),
      none: vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
      fits: ({ kind }) => kind === 'declared',
    });
    if (node) await openFor(node, editors);
  };
  registry.register(commandIds.editConnection, editHere);
  // The same under the title that a menu has it by.
  registry.register(commandIds.editConnectionHere, editHere);
}

async function openFor(node: ConnectionNode, editors: ConnectionEditors): Promise<void> {
  if (node.kind !== 'declared') return;
  const { connection, isRegistered } = node.entry;
  if (isRegistered) await editors.edit(node.owner, connection);
  else await editors.register(node.owner, connection.referenceId, connection, connection.name);
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { editConnection, registerConnection } from '../editor/openConnectionEditor';
import { isConnectionNode, type ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { pickConnection } from './pickConnection';

/** The tree's Edit, on an item, and the palette's, which asks which. */
export function registerEditConnection({ registry, index }: CommandServices): void {
  registry.register(commandIds.edit, async (node) => {
    if (isConnectionNode(node)) await openFor(node);
  });
  registry.register(commandIds.editConnection, async () => {
    const node = await pickConnection(index, {
      placeHolder: vscode.l10n.t('The Connection to edit'),
      none: vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
      fits: ({ kind }) => kind === 'declared',
    });
    if (node) await openFor(node);
  });
}

async function openFor(node: ConnectionNode): Promise<void> {
  if (node.kind !== 'declared') return;
  const { connection, isRegistered } = node.entry;
  if (isRegistered) await editConnection(node.owner, connection);
  else await registerConnection(node.owner, connection.referenceId, connection, connection.name);
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { suggestName } from '../../core/connection/projectConnections';
import { registerConnection } from '../editor/openConnectionEditor';
import { isConnectionNode, type ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { pickConnection } from './pickConnection';

/** The tree's Register, on an item, and the palette's, which asks which. */
export function registerRegisterConnections({ registry, index }: CommandServices): void {
  registry.register(commandIds.register, async (node) => {
    if (isConnectionNode(node)) await openFor(node);
  });
  registry.register(commandIds.registerConnections, async () => {
    const node = await pickConnection(index, {
      placeHolder: vscode.l10n.t('The Connection to register'),
      none: vscode.l10n.t('Every Connection that these flows use is registered.'),
      fits: ({ kind }) => kind === 'undeclared',
    });
    if (node) await openFor(node);
  });
}

async function openFor(node: ConnectionNode): Promise<void> {
  if (node.kind !== 'undeclared') return;
  const { referenceId, connectionType } = node.entry;
  await registerConnection(node.owner, referenceId, connectionType, suggestName(node.entry));
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { suggestName } from '../../core/connection/projectConnections';
import { toConnectionNode } from '../connectionArgument';
import type { ConnectionEditors } from '../editor/connectionEditors';
import type { ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { pickConnection } from './pickConnection';

/** The tree's Register, on an item, and the palette's, which asks which. */
export function registerRegisterConnections(services: CommandServices): void {
  const { registry, index, editors } = services;
  registry.register(commandIds.register, async (node) => {
    const found = toConnectionNode(index, node);
    if (found) await openFor(found, editors);
  });
  registry.register(commandIds.registerConnections, async () => {
    const node = await pickConnection(services, {
      placeHolder: vscode.l10n.t('The Connection to register'),
      none: vscode.l10n.t('Every Connection that these flows use is registered.'),
      fits: ({ kind }) => kind === 'undeclared',
    });
    if (node) await openFor(node, editors);
  });
}

async function openFor(node: ConnectionNode, editors: ConnectionEditors): Promise<void> {
  if (node.kind !== 'undeclared') return;
  const { referenceId, connectionType } = node.entry;
  await editors.register(node.owner, referenceId, connectionType, suggestName(node.entry));
}

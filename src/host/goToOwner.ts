import * as vscode from 'vscode';
import type { FlowNode } from '../core/flow/flowNode';
import type { Ask } from './ask';
import { chooseOwnerFile } from './chooseOwnerFile';
import type { OpenDocuments } from './openDocuments';
import { showNode } from './showNode';
import type { WorkspaceIndex } from './workspaceIndex';

/**
 * The file to change a node in, as `chooseOwnerFile` has it: where it is another one, the node is shown there first, so
 * that what is about to change is seen.
 */
export async function goToOwner(
  services: { readonly index: WorkspaceIndex; readonly ask: Ask; readonly documents: OpenDocuments },
  uri: vscode.Uri,
  node: FlowNode,
): Promise<vscode.Uri | undefined> {
  const file = await chooseOwnerFile(services, uri, node, {
    there: (locale) => vscode.l10n.t('Change It in {0}', locale),
    here: vscode.l10n.t('Change It Here'),
  });
  if (file && file.toString() !== uri.toString()) {
    await showNode({ uri: file, nodeId: node.id ?? '' }, services.documents);
  }
  return file;
}

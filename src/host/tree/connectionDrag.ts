import * as vscode from 'vscode';
import { isConnectionNode, referenceIdOf, type TreeNode } from './treeNode';

/** A Connection that is dragged out of the view is its Reference ID as text; nothing can be dropped on the view. */
export const connectionDrag: vscode.TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: ['text/plain'],
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    const ids = nodes.filter(isConnectionNode).map(referenceIdOf);
    if (ids.length > 0) transfer.set('text/plain', new vscode.DataTransferItem(ids.join('\n')));
  },
};

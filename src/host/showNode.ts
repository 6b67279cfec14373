import * as vscode from 'vscode';
import { readFlowNodes } from '../core/flow/flowNode';
import { isObject } from '../core/json/narrow';
import { labelPath } from '../core/validation/labelPath';
import { toRange } from './convert';
import type { OpenDocuments } from './openDocuments';

/** A node by its file and its `_id`. */
export interface OwnNode {
  readonly uri: vscode.Uri;
  readonly nodeId: string;
}

/** Opens a node's file with what the node is called by selected; at its start when the node is not in it. */
export async function showNode({ uri, nodeId }: OwnNode, documents: OpenDocuments): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const json = documents.read(document);
  const node = readFlowNodes(json.value).find(({ id }) => id === nodeId);
  const range = node && json.rangeOf(labelPath(node));
  await vscode.window.showTextDocument(document, range ? { selection: toRange(document, range) } : {});
}

/** Narrows what the command was called with. */
export function isOwnNode(value: unknown): value is OwnNode {
  return isObject(value) && value.uri instanceof vscode.Uri && typeof value.nodeId === 'string';
}

import * as vscode from 'vscode';
import { knowledgeFor } from '../core/connection/knowledge';
import { describeOwner, fileInLocale, ownerOf } from '../core/connection/nodeOwner';
import type { FlowNode } from '../core/flow/flowNode';
import type { Ask } from './ask';
import { ownerOfFlow } from './fileOwner';
import { localize } from './localize';
import type { WorkspaceIndex } from './workspaceIndex';

/** How the two answers are worded, by the name of the owner's locale. */
export interface OwnerAnswers {
  there(locale: string): string;
  readonly here: string;
}

/**
 * The file to change a node in: for one of another locale the user says which; undefined when they don't. A pick, not
 * a message: what happens depends on the answer, a message is overlooked while one types, and a dialog that blocks the
 * window is too much for a question that comes with every such node.
 *
 * @param isThere whether the owner's file has what is to be changed; without it nothing is asked.
 */
export async function chooseOwnerFile(
  { index, ask }: { readonly index: WorkspaceIndex; readonly ask: Ask },
  uri: vscode.Uri,
  node: FlowNode,
  answers: OwnerAnswers,
  isThere: (there: vscode.Uri) => Promise<boolean> = () => Promise.resolve(true),
): Promise<vscode.Uri | undefined> {
  const found = ownerOfFlow(index, uri);
  if (!found) return uri;
  const other = ownerOf(node, knowledgeFor(found.owner.project, found.path).project);
  const path = other && fileInLocale(index.placeOf(uri), other.locale);
  if (!other || path === undefined) return uri;
  const there = vscode.Uri.joinPath(found.owner.folder.uri, path);
  if (!(await isThere(there))) return uri;
  const { question, reason } = describeOwner(other, localize);
  const picked = await ask.pick(
    [
      { label: answers.there(other.locale), uri: there },
      { label: answers.here, detail: reason, uri },
    ],
    { title: question, placeHolder: reason },
  );
  return picked?.uri;
}

import * as vscode from 'vscode';
import { partScheme } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { knowledgeFor } from '../../core/connection/knowledge';
import { describeOwner, fileInLocale, ownerOf } from '../../core/connection/nodeOwner';
import { ownEditorAt, type NodePart, type OwnEditorAnswer } from '../../core/language/ownEditorAt';
import { localize } from '../localize';
import type { OpenDocuments } from '../openDocuments';
import type { WorkspaceIndex } from '../workspaceIndex';
import { notJson, notText, readPart } from './flowText';
import { toPartUri } from './partUri';

export interface OwnEditorServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
}

/** Opens the text under the cursor of a flow file as a document of its own; says so where there is none. */
export async function openOwnEditor(
  { document, selection }: vscode.TextEditor,
  services: OwnEditorServices,
): Promise<void> {
  const { index, documents, loadCatalog } = services;
  const isFlow = ['flow', 'packageNode'].includes(index.placeOf(document.uri)?.kind ?? '');
  const offset = document.offsetAt(selection.active);
  const answer = isFlow
    ? ownEditorAt(documents.read(document), offset, await loadCatalog())
    : ({ kind: 'none' } as const);
  if (answer.kind !== 'part') {
    void vscode.window.showInformationMessage(describe(answer.kind, document.uri));
    return;
  }
  const flow = await chooseFile(document.uri, answer.part, services);
  if (flow) await showPart(flow, answer.part, index);
}

function describe(kind: Exclude<OwnEditorAnswer['kind'], 'part'>, flow: vscode.Uri): string {
  switch (kind) {
    case 'none':
      return vscode.l10n.t('Put the cursor into a text in the config of a node first.');
    case 'broken':
      return notJson(flow);
    case 'noId':
      return vscode.l10n.t('This node has no “_id” of its own, so its text could not be found again.');
    case 'notText':
      return notText();
  }
}

/**
 * The file to change a text in: for a node of another locale the user says which; undefined when they don't. A pick,
 * not a message: what opens depends on the answer, a message is overlooked while one types, and a dialog that blocks
 * the window is too much for a question that comes with every such node.
 */
async function chooseFile(
  flow: vscode.Uri,
  part: NodePart,
  { index, documents }: OwnEditorServices,
): Promise<vscode.Uri | undefined> {
  await index.start();
  const located = index.locate(flow);
  const owner = located && index.projectOfFlow(located);
  if (!owner) return flow;
  const knowledge = knowledgeFor(owner.project, located.path).project;
  const other = ownerOf(part.node, knowledge);
  const path = other && fileInLocale(index.placeOf(flow), other.locale);
  if (!other || path === undefined) return flow;
  const there = vscode.Uri.joinPath(located.folder.uri, path);
  // The owner may have the node without this text.
  if ((await readPart({ flow: there, address: part.address }, documents)).kind !== 'text') return flow;
  const { question, reason } = describeOwner(other, localize);
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Open {0}', other.locale), uri: there },
      { label: vscode.l10n.t('Edit Here'), detail: reason, uri: flow },
    ],
    { title: question, placeHolder: reason },
  );
  return picked?.uri;
}

async function showPart(flow: vscode.Uri, part: NodePart, index: WorkspaceIndex): Promise<void> {
  const wanted = toPartUri(flow, part, index.placeOf(flow));
  // A node that was renamed meanwhile gives another title to what is the same text.
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.scheme === partScheme && uri.query === wanted.query,
  );
  const document = await vscode.workspace.openTextDocument(open?.uri ?? wanted, { encoding: 'utf8' });
  await vscode.window.showTextDocument(document, { preview: false });
}

import * as vscode from 'vscode';
import { partScheme } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { ownEditorAt, type NodePart, type OwnEditorAnswer } from '../../core/language/ownEditorAt';
import type { Ask } from '../ask';
import { chooseOwnerFile } from '../chooseOwnerFile';
import type { OpenDocuments } from '../openDocuments';
import type { WorkspaceIndex } from '../workspaceIndex';
import { notJson, notText, readPart } from './flowText';
import { toPartUri } from './partUri';
import { inform } from '../notify';

export interface OwnEditorServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly ask: Ask;
  readonly loadCatalog: () => Promise<Catalog>;
}

/** Opens the text under the cursor of a flow file as a document of its own; says so where there is none. */
export async function openOwnEditor(
  editor: vscode.TextEditor | undefined,
  services: OwnEditorServices,
): Promise<void> {
  if (!editor) {
    void inform(noText());
    return;
  }
  const { document, selection } = editor;
  const { index, documents, loadCatalog } = services;
  const isFlow = ['flow', 'packageNode'].includes(index.placeOf(document.uri)?.kind ?? '');
  const offset = document.offsetAt(selection.active);
  const answer = isFlow
    ? ownEditorAt(documents.read(document), offset, await loadCatalog())
    : ({ kind: 'none' } as const);
  if (answer.kind !== 'part') {
    void inform(describe(answer.kind, document.uri));
    return;
  }
  const { part } = answer;
  await index.start();
  const labels = {
    there: (locale: string) => vscode.l10n.t('Open {0}', locale),
    here: vscode.l10n.t('Edit Here'),
  };
  // The owner may have the node without this text.
  const flow = await chooseOwnerFile(
    services,
    document.uri,
    part.node,
    labels,
    async (there) => (await readPart({ flow: there, address: part.address }, documents)).kind === 'text',
  );
  if (flow) await showPart(flow, part, index);
}

function describe(kind: Exclude<OwnEditorAnswer['kind'], 'part'>, flow: vscode.Uri): string {
  switch (kind) {
    case 'none':
      return noText();
    case 'broken':
      return notJson(flow);
    case 'noId':
      return vscode.l10n.t('This node has no “_id” of its own, so its text could not be found again.');
    case 'notText':
      return notText();
  }
}

function noText(): string {
  return vscode.l10n.t('Put the cursor into a text in the config of a node first.');
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

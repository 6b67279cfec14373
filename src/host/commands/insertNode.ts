import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { knowledgeFor } from '../../core/connection/knowledge';
import { baseName } from '../../core/flow/filePlace';
import { readFlow } from '../../core/flow/flow';
import type { TextEdit } from '../../core/json/textEdit';
import { insertableTypes, insertNode } from '../../core/language/insertNode';
import { insertPackageNode, packageNodeAt } from '../../core/language/insertPackageNode';
import type { NodeMaking, NodeToInsert } from '../../core/language/newNodes';
import { nodeRowAt } from '../../core/language/nodeRowAt';
import { toTextEdit } from '../convert';
import { ownerOfFlow } from '../fileOwner';
import { localize } from '../localize';
import { isFlowPlace } from '../flowPlace';
import { goToOwner } from '../goToOwner';
import { showNode, type OwnNode } from '../showNode';
import type { CommandServices } from './commandServices';
import { pickNodeType } from './pickNodeType';
import { inform } from '../notify';

/** Puts a node after the one under the cursor, and shows it. */
export function registerInsertNode(services: CommandServices): void {
  const { registry, index, loadCatalog } = services;
  registry.register(commandIds.insertNode, async (type, extension) => {
    await index.start();
    const here = vscode.window.activeTextEditor;
    const place = here && index.placeOf(here.document.uri);
    if (!here || !isFlowPlace(place)) {
      say('nowhere');
      return;
    }
    const editor = place.kind === 'flow' ? await editorOfOwner(here, services) : here;
    if (!editor) return;
    const types = insertableTypes(await loadCatalog());
    const named = types.find((one) => one.type === type && one.extension === extension);
    const nodeType = named ?? (await pickNodeType(types, services));
    if (!nodeType) return;
    const wanted = { nodeType, localeReference: localeOf(editor.document.uri, services) };
    const made = await (place.kind === 'flow'
      ? planInChart(editor, wanted, services)
      : planInPackage(editor, place.root, wanted, services));
    if (typeof made === 'string') say(made);
    else await insert(made, services);
  });
}

/** The editor to insert in, its cursor in the node to insert after; undefined when the user does not say which. */
async function editorOfOwner(
  editor: vscode.TextEditor,
  services: CommandServices,
): Promise<vscode.TextEditor | undefined> {
  const { document, selection } = editor;
  const json = services.documents.read(document);
  const flow = readFlow(json.value);
  const node = flow.nodes[nodeRowAt(json, flow, document.offsetAt(selection.active)) ?? -1];
  const file = node ? await goToOwner(services, document.uri, node) : document.uri;
  if (!file) return undefined;
  return file.toString() === document.uri.toString() ? editor : vscode.window.activeTextEditor;
}

/** An insertion that is ready, or why there is none. */
type Plan =
  | { readonly edit: vscode.WorkspaceEdit; readonly node: OwnNode; readonly note: string }
  | 'broken'
  | 'nowhere';

function localeOf(uri: vscode.Uri, { index }: CommandServices): string | undefined {
  const found = ownerOfFlow(index, uri);
  return found && knowledgeFor(found.owner.project, found.path).project?.push?.localeId;
}

async function makingOf({ loadCatalog, random }: CommandServices): Promise<NodeMaking> {
  return { catalog: await loadCatalog(), random, t: localize };
}

async function planInChart(
  { document, selection }: vscode.TextEditor,
  wanted: NodeToInsert,
  services: CommandServices,
): Promise<Plan> {
  const making = await makingOf(services);
  const json = services.documents.read(document);
  const result = insertNode(json, document.offsetAt(selection.active), wanted, making);
  if (result.kind !== 'inserted') return result.kind;
  return {
    edit: toWorkspaceEdit(document, result.edits),
    node: { uri: document.uri, nodeId: result.nodeId },
    note: vscode.l10n.t(
      'Inserted in this file. ‘cognigy push’ skips new nodes: add it on Cognigy.AI too, or import the flow as a package.',
    ),
  };
}

async function planInPackage(
  { document, selection }: vscode.TextEditor,
  root: string,
  wanted: NodeToInsert,
  services: CommandServices,
): Promise<Plan> {
  const { documents, index } = services;
  const folder = index.locate(document.uri)?.folder;
  const offset = document.offsetAt(selection.active);
  const names = packageNodeAt(documents.read(document), offset, baseName(document.uri.path));
  if (!folder || !names) return documents.read(document).syntaxError ? 'broken' : 'nowhere';
  const top = vscode.Uri.joinPath(folder.uri, root);
  const nodes = vscode.Uri.joinPath(top, 'nodeData');
  const [chart, beside] = await Promise.all([
    openIfThere(vscode.Uri.joinPath(top, 'chart', names.chart)),
    openIfThere(vscode.Uri.joinPath(nodes, names.node)),
  ]);
  if (!chart || !beside) return 'nowhere';
  const making = await makingOf(services);
  const result = insertPackageNode(documents.read(chart), documents.read(beside), wanted, making);
  if (result.kind !== 'inserted') return result.kind;
  const edit = toWorkspaceEdit(chart, result.edits);
  for (const { id, text } of result.files) {
    edit.createFile(vscode.Uri.joinPath(nodes, id), { contents: new TextEncoder().encode(text) });
  }
  const [{ id }] = result.files;
  return {
    edit,
    node: { uri: vscode.Uri.joinPath(nodes, id), nodeId: id },
    note: vscode.l10n.t(
      'Inserted as a file of its own. Save the chart of its flow too, which leads to it now.',
    ),
  };
}

function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((one) => toTextEdit(document, one)),
  );
  return edit;
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
}

async function insert({ edit, node, note }: Exclude<Plan, string>, services: CommandServices): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) return;
  await showNode(node, services.documents);
  void inform(note);
}

function say(reason: 'broken' | 'nowhere'): void {
  void inform(
    reason === 'broken'
      ? vscode.l10n.t('This file isn’t valid JSON at the moment. Mend it, then try again.')
      : vscode.l10n.t('Put the cursor into a node of a flow first.'),
  );
}

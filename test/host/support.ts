import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/host/startHost';
import type { ConnectionNode, TreeNode } from '../../src/host/tree/treeNode';
import { eventually } from '../support/eventually';
import { quickTimers } from './quickTimers';

export { eventually };

/** The same for all tests of a suite, though each has a copy of this file: time must not go back. */
const timers = () => quickTimers(Number(process.env.FLOW_CONNECTIONS_PACE));

/** The extension's services, after every file was read. Time passes. */
export async function access(): Promise<TestAccess> {
  const extension = vscode.extensions.getExtension<TestAccess | undefined>(
    'flow-connections.flow-connections',
  );
  const services = await extension?.activate();
  assert.ok(services, 'the extension gives its services to tests');
  services.timers = timers();
  await services.index.start();
  return services;
}

export function fileUri(path: string, folder = 0): vscode.Uri {
  const workspaceFolder = vscode.workspace.workspaceFolders?.[folder];
  assert.ok(workspaceFolder);
  return vscode.Uri.joinPath(workspaceFolder.uri, path);
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/**
 * Applies an edit once VS Code takes it: one of a text that it reads anew from the disk meanwhile it refuses.
 * @param build makes the edit of the text as it is; undefined while that can't be
 */
export async function applyEdit(build: () => vscode.WorkspaceEdit | undefined): Promise<void> {
  await eventually(async () => {
    const edit = build();
    return edit !== undefined && (await vscode.workspace.applyEdit(edit));
  });
}

/**
 * Shows a document with the cursor at a place. Not by setting `selection`: VS Code may tell only afterwards where the
 * cursor was before, and a command would look there.
 */
export async function showAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.TextEditor> {
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  // Not the one that was answered: VS Code may put another in its place.
  const shown = () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document && editor.selection.active.isEqual(position) ? editor : undefined;
  };
  await eventually(() => shown() !== undefined);
  const editor = shown();
  assert.ok(editor);
  return editor;
}

/** The view as text: a line an item, its description behind it, children indented; the uses of Connections left out. */
export async function outline(tree: TestAccess['tree']): Promise<string[]> {
  const lines = await outlineWithUses(tree);
  return lines.filter((line) => !line.includes('→'));
}

/** The same with the uses, which an arrow marks. */
export async function outlineWithUses(
  tree: TestAccess['tree'],
  node?: TreeNode,
  indent = '',
  ids = new Set<string>(),
): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await tree.getChildren(node)) {
    const { label, description, id } = tree.getTreeItem(child);
    // VS Code throws, or shows one of them, where two items have the same.
    assert.ok(id !== undefined && !ids.has(id), `${id} is not unique`);
    ids.add(id);
    lines.push(
      `${indent}${child.kind === 'use' ? '→ ' : ''}${label as string}${typeof description === 'string' && description ? ` — ${description}` : ''}`,
    );
    lines.push(...(await outlineWithUses(tree, child, `${indent}  `, ids)));
  }
  return lines;
}

/** The item of a Connection, by its label. */
export async function findItem(tree: TestAccess['tree'], label: string): Promise<ConnectionNode> {
  const search = async (parent?: TreeNode): Promise<ConnectionNode | undefined> => {
    for (const node of await tree.getChildren(parent)) {
      const isConnection = node.kind === 'declared' || node.kind === 'undeclared';
      if (isConnection && tree.getTreeItem(node).label === label) return node;
      const found = await search(node);
      if (found) return found;
    }
    return undefined;
  };
  const found = await search();
  assert.ok(found, `no item “${label}”`);
  return found;
}

/** The tooltip of a Connection, as Markdown. */
export function tooltipOf(tree: TestAccess['tree'], node: ConnectionNode): string {
  const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(node), node);
  assert.ok(tooltip instanceof vscode.MarkdownString);
  return tooltip.value;
}

/** Accepts every quick pick that comes, as it is, until something is so. */
export async function acceptUntil(what: () => boolean | Promise<boolean>): Promise<void> {
  // Enter does nothing until a pick is there, and VS Code does not say when that is.
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return what();
  });
}

/** Closes every notification that comes until a command is done, which may wait for that. */
export async function dismissUntil(done: PromiseLike<unknown>): Promise<void> {
  let isDone = false;
  void done.then(() => (isDone = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return isDone;
  });
}

/** What VS Code offers at a place, of this kind alone. */
export async function codeActionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands
    .executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
      kind.value,
    )
    .then(undefined, (error: unknown) => {
      // How VS Code 1.100 answers a request that it drops: see `offeredAt`.
      if (error instanceof Error && error.message === 'Canceled') return [];
      throw error;
    });
  // Those of VS Code's own JSON and of whoever else has any are none of ours.
  return actions.filter(({ kind: own }) => own !== undefined && kind.contains(own));
}

/**
 * The same once there are any: none are offered for a version that was not judged yet, and VS Code drops a request when
 * an extension registers a provider meanwhile, as its own still do when the first test runs.
 */
export async function offeredAt(...where: Parameters<typeof codeActionsAt>): Promise<vscode.CodeAction[]> {
  let actions: vscode.CodeAction[] = [];
  await eventually(async () => {
    actions = await codeActionsAt(...where);
    return actions.length > 0;
  });
  return actions;
}

/** Our problems in a document: severity and the text that is marked. */
export function problemsIn(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Flow Connections')
    .map(
      ({ severity, code, range }) =>
        `${vscode.DiagnosticSeverity[severity]} ${codeOf(code)} ${document.getText(range)}`,
    );
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

export const unknown = (severity: 'Hint' | 'Warning', digit: string) =>
  `${severity} connection-unknown "${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d"`;

export function connectionsFile(...entries: readonly { digit: string; name: string }[]): string {
  const connections = entries.map(({ digit, name }) => ({
    referenceId: `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`,
    name,
    extension: '@cognigy/basic-nodes',
    type: 'http_basic',
  }));
  return JSON.stringify(
    { version: 1, id: '44444444-4444-4444-8444-444444444444', connections },
    undefined,
    2,
  );
}

/** The titles of all tabs. */
export function tabTitles(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

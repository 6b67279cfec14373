import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RootHookObject } from 'mocha';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/host/startHost';
import { access, eventually, outlineWithUses } from './support';

/** What the first test of a suite finds, and every other too. */
interface Start {
  /** The bytes of each file by its path, and undefined for a folder, which stands before what is in it. */
  readonly files: ReadonlyMap<string, Buffer | undefined>;
  readonly view: readonly string[];
  readonly ask: TestAccess['ask'];
  readonly confirm: TestAccess['confirm'];
}

interface GitExports {
  getAPI(version: 1): { readonly repositories: readonly { readonly rootUri: vscode.Uri }[] };
}

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

/**
 * Takes back before each test what the one before it left: files of the workspace, documents, editors, terminals,
 * notifications, stored credentials, who answers questions, and how the view is grouped. Then the view must show what it
 * showed at first. What a `before` makes is taken back too, so tests make what they need in `beforeEach`. Only settings are
 * left to the test that changes them.
 */
export function resetHooks(): RootHookObject {
  let start: Start;
  return {
    async beforeAll() {
      const { ask, confirm, tree } = await access();
      start = { files: readFiles(), view: await outlineWithUses(tree), ask, confirm };
    },
    beforeEach: () => reset(start),
    // Unsaved changes would hold up the page that the next suite is loaded into.
    afterAll: () => reset(start),
  };
}

async function reset({ files, view, ask, confirm }: Start): Promise<void> {
  const services = await access();
  Object.assign(services, { ask, confirm });
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await revert(document);
  const changed = await putBack(files);
  // VS Code may be about to read what a file was meanwhile.
  for (const document of vscode.workspace.textDocuments) {
    const { scheme, fsPath } = document.uri;
    if (scheme === 'file' && changed.has(fsPath) && files.has(fsPath)) await revert(document);
  }
  await run('workbench.action.closeAllEditors');
  await run('notifications.clearAll');
  for (const terminal of vscode.window.terminals) terminal.dispose();
  const { index, tree, vault } = services;
  for (const key of vault.list()) await vault.delete(key);
  if (tree.grouping !== 'none') await run('flowConnections.groupByNone');
  await index.refresh([...changed].map((path) => vscode.Uri.file(path)));
  let shown: readonly string[] = [];
  await eventually(
    async () => {
      shown = await outlineWithUses(tree);
      return shown.join('\n') === view.join('\n');
    },
    () => `the view is as at first: ${shown.join('\n')}`,
  );
}

async function revert(document: vscode.TextDocument): Promise<void> {
  // VS Code shows no document while another one is on its way into the same group.
  const isShown = () =>
    vscode.window.showTextDocument(document).then(
      () => true,
      () => document.isClosed,
    );
  if (!document.isClosed) await eventually(async () => isShown());
  if (!document.isClosed) await run('workbench.action.files.revert');
}

/** Makes the files of the workspace what they were at first, and returns the paths of those that differed. */
async function putBack(first: Start['files']): Promise<ReadonlySet<string>> {
  const now = readFiles();
  const changed = new Set<string>();
  for (const [path, bytes] of now) {
    const isOfAnotherKind = !first.has(path) || (first.get(path) === undefined) !== (bytes === undefined);
    if (!isOfAnotherKind) continue;
    changed.add(path);
    // It went with its folder.
    if (changed.has(dirname(path))) continue;
    if (basename(path) === '.git') await closeRepositories();
    // By VS Code, which then forgets the documents of what was there.
    await vscode.workspace.fs.delete(vscode.Uri.file(path), { recursive: true });
  }
  for (const [path, bytes] of first) {
    if (bytes === undefined) mkdirSync(path, { recursive: true });
    else if (changed.has(path) || !now.get(path)?.equals(bytes)) {
      writeFileSync(path, bytes);
      changed.add(path);
    }
  }
  return changed;
}

function readFiles(): Start['files'] {
  const files = new Map<string, Buffer | undefined>();
  const read = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      files.set(path, entry.isDirectory() || entry.isSymbolicLink() ? undefined : readFileSync(path));
      if (entry.isDirectory()) read(path);
    }
  };
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) if (uri.scheme === 'file') read(uri.fsPath);
  return files;
}

/** VS Code's own Git goes on asking a repository that it has open, and fails in whatever test comes next. */
async function closeRepositories(): Promise<void> {
  const git = vscode.extensions.getExtension('vscode.git')?.exports as GitExports | undefined;
  const repositories = () => git?.getAPI(1).repositories ?? [];
  for (const { rootUri } of [...repositories()]) await run('git.close', rootUri);
  await eventually(() => repositories().length === 0);
}

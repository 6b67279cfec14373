import * as vscode from 'vscode';
import { outermostFolders } from '../core/flow/coverFolders';

export interface FileWatchTarget {
  /** Whether a change of this file can matter. */
  isRelevant(uri: vscode.Uri): boolean;
  /** Whether it lies where nobody looks, such as node_modules. */
  isSkipped(uri: vscode.Uri): boolean;
  /** Files that matter and were made or changed, on disk or in an open document; all else that was made, folders too. */
  refresh(files: readonly vscode.Uri[], made: readonly vscode.Uri[]): void;
  /** A file that matters is another one on disk: `refresh` or `remove` will tell of it. */
  stir(): void;
  /** Git has checked out a branch, committed, merged. */
  gitChanged(): void;
  /** A file or a folder that was deleted; it may be back. */
  remove(uri: vscode.Uri): void;
}

/** Changes come in flocks (a branch checked out, someone typing): they are handled together after a short rest. */
const rest = 150;

/** Whoever types, or a clone that goes on and on, holds up no file for longer. */
const longest = 1000;

/** Watches the whole workspace and the open documents. */
export function watchFiles(target: FileWatchTarget): vscode.Disposable {
  const files = new Map<string, vscode.Uri>();
  const folders = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt = 0;
  const flush = () => {
    const made = [...folders.values()];
    // What lies in a folder that was made is found with the folder.
    const outermost = new Set(outermostFolders(made.map(({ path }) => path)));
    const changed = [[...files.values()], made.filter(({ path }) => outermost.has(path))] as const;
    files.clear();
    folders.clear();
    target.refresh(...changed);
  };
  const add = (pending: Map<string, vscode.Uri>, uri: vscode.Uri) => {
    if (files.size + folders.size === 0) firstAt = performance.now();
    pending.set(uri.toString(), uri);
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(rest, firstAt + longest - performance.now())));
  };
  const onDocument = ({ uri }: vscode.TextDocument) => {
    if (target.isRelevant(uri)) add(files, uri);
  };
  const onChange = (uri: vscode.Uri) => {
    if (/\/\.git\/(HEAD|index)$/.test(uri.path)) target.gitChanged();
    if (!target.isRelevant(uri)) return;
    target.stir();
    add(files, uri);
  };
  const onCreate = (uri: vscode.Uri) => {
    onChange(uri);
    if (target.isRelevant(uri)) return;
    // What is written into a folder right after it was made, or moved with it, is not reported by every file watcher.
    if (!target.isSkipped(uri)) add(folders, uri);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(onCreate),
    watcher.onDidChange(onChange),
    // A deleted folder is reported as such, without the files that were in it.
    watcher.onDidDelete((uri) => target.remove(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => onDocument(document)),
    // Closed without saving: the disk counts again.
    vscode.workspace.onDidCloseTextDocument(onDocument),
    { dispose: () => clearTimeout(timer) },
  );
}

import * as vscode from 'vscode';
import { placeGlobs } from '../core/flow/filePlace';

export interface FileWatchTarget {
  /** Whether a change of this file can matter. */
  isRelevant(uri: vscode.Uri): boolean;
  /** Files that were made or changed, on disk or in an open document. */
  refresh(uris: readonly vscode.Uri[]): void;
  /** A file or a folder that is gone. */
  remove(uri: vscode.Uri): void;
}

/** Changes come in flocks (a branch checked out, someone typing): they are handled together after a short rest. */
const rest = 150;

/** Watches every place that matters, and the open documents. */
export function watchFiles(target: FileWatchTarget): vscode.Disposable {
  const pending = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const add = (uri: vscode.Uri) => {
    if (!target.isRelevant(uri)) return;
    pending.set(uri.toString(), uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const uris = [...pending.values()];
      pending.clear();
      target.refresh(uris);
    }, rest);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`{${placeGlobs.join(',')}}`);
  // A deleted folder is reported as such, without the files that were in it.
  const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  return vscode.Disposable.from(
    watcher,
    deletions,
    watcher.onDidCreate(add),
    watcher.onDidChange(add),
    deletions.onDidDelete((uri) => target.remove(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => add(document.uri)),
    // Closed without saving: the disk counts again.
    vscode.workspace.onDidCloseTextDocument((document) => add(document.uri)),
    { dispose: () => clearTimeout(timer) },
  );
}

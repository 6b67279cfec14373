import * as vscode from 'vscode';

export interface FileWatchTarget {
  /** A file or a folder was made or deleted; by now it may be the other way round. */
  look(uri: vscode.Uri): void;
  /** A file was changed. */
  lookAtFile(uri: vscode.Uri): void;
  /** Anything may be another one than before. */
  lookEverywhere(): void;
  /** The text of an open document is another one, or its file counts again. */
  readTyped(uri: vscode.Uri): void;
}

const isGitState = ({ path }: vscode.Uri) => /\/\.git\/(HEAD|index)$/.test(path);

/** Watches the whole workspace and the open documents. */
export function watchFiles(target: FileWatchTarget): vscode.Disposable {
  // A branch was checked out, something was committed or merged.
  const withGit = (look: (uri: vscode.Uri) => void) => (uri: vscode.Uri) =>
    isGitState(uri) ? target.lookEverywhere() : look(uri);
  const onPath = withGit((uri) => target.look(uri));
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(onPath),
    watcher.onDidChange(withGit((uri) => target.lookAtFile(uri))),
    watcher.onDidDelete(onPath),
    // A command has ended, somebody comes back: that is when files have changed.
    vscode.window.onDidEndTerminalShellExecution(() => target.lookEverywhere()),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) target.lookEverywhere();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => target.readTyped(document.uri)),
    // Closed without saving: the disk counts again.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => target.readTyped(uri)),
  );
}

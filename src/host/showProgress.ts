import * as vscode from 'vscode';

/** Shows in the status bar that flows are read, while they are: it may be hundreds. */
export function whileReadingFlows<T>(work: () => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading flows…') };
  return Promise.resolve(vscode.window.withProgress(options, work));
}

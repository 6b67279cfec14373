import * as vscode from 'vscode';
import { onOneLine, withoutIcons, withoutLinks } from '../core/shownText';

/**
 * Messages that people read, some with buttons. All of ours go through here, for VS Code makes a link that runs a command
 * of `[title](command:…)` in a message, and names in it come from files that anybody may have written.
 */
export const inform = async (sentence: string, ...choices: readonly string[]) =>
  vscode.window.showInformationMessage(asMessage(sentence), ...choices);

export const warn = async (sentence: string, ...choices: readonly string[]) =>
  vscode.window.showWarningMessage(asMessage(sentence), ...choices);

export const fail = async (sentence: string, ...choices: readonly string[]) =>
  vscode.window.showErrorMessage(asMessage(sentence), ...choices);

/** For what went well, in the status bar. */
export function showStatus(sentence: string, milliseconds = 3000): void {
  vscode.window.setStatusBarMessage(withoutIcons(onOneLine(sentence)), milliseconds);
}

export function asMessage(sentence: string): string {
  return withoutLinks(onOneLine(sentence));
}

/** Shows in the status bar that flows are read, while they are: it may be hundreds. */
export function whileReadingFlows<T>(work: () => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading flows…') };
  return Promise.resolve(vscode.window.withProgress(options, work));
}

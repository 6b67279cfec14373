import * as vscode from 'vscode';
import type { Choose } from '../core/ports';

/** What commands ask the user; undefined whenever they decline or close it. Tests put their own answers in its place. */
export interface Ask {
  /** In a modal dialog. */
  readonly choose: Choose;
  /** Tells of something done, in a notification that stays until it is answered. */
  tell(message: string, ...choices: readonly string[]): Promise<string | undefined>;
  text(options: vscode.InputBoxOptions): Promise<string | undefined>;
  pick<T extends vscode.QuickPickItem>(
    items: readonly T[],
    options: vscode.QuickPickOptions,
  ): Promise<T | undefined>;
  pickMany<T extends vscode.QuickPickItem>(
    items: readonly T[],
    options: vscode.QuickPickOptions,
  ): Promise<readonly T[] | undefined>;
}

export const askInWindow: Ask = {
  choose: async ({ message, detail, choices }) =>
    vscode.window.showWarningMessage(message, { modal: true, detail }, ...choices),
  tell: async (message, ...choices) => vscode.window.showInformationMessage(message, ...choices),
  text: async (options) => vscode.window.showInputBox(options),
  pick: async (items, options) => vscode.window.showQuickPick(items, options),
  pickMany: async (items, options) =>
    vscode.window.showQuickPick(items, { ...options, canPickMany: true as const }),
};

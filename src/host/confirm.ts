import * as vscode from 'vscode';
import type { Confirm } from '../core/ports';

/** Asks in a modal dialog; Cancel is VS Code's own. */
export const confirmInModal: Confirm = async ({ message, detail, agree }) =>
  (await vscode.window.showWarningMessage(message, { modal: true, detail }, agree)) === agree;

import * as vscode from 'vscode';
import { showStatus } from './notify';

/** Copies what is not secret, and says so for a moment. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const count = text.split('\n').length;
  const message =
    count === 1 ? vscode.l10n.t('Copied {0}', text) : vscode.l10n.t('Copied {0} Reference IDs', count);
  showStatus(message);
}

import * as vscode from 'vscode';
import type { CommandId } from '../../contributions';
import { onOneLine } from '../../core/shownText';

/** A quick fix that is a command. VS Code lists those first that say what they mend. */
export function commandAction(
  words: string,
  command: CommandId,
  args: readonly unknown[],
  diagnostic?: vscode.Diagnostic,
): vscode.CodeAction {
  const title = onOneLine(words);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isUnset } from '../../core/catalog/condition';
import { connectionChoicesAt } from '../../core/language/chooseConnection';
import type { FixContext } from '../../core/language/fixes/fix';
import type { ProblemCode } from '../../core/validation/problemCodes';
import { problemRange } from '../../core/validation/problemRange';

const codes: ReadonlySet<ProblemCode> = new Set([
  'connection-malformed',
  'connection-missing',
  'connection-temporary',
  'connection-type-mismatch',
  'connection-unknown',
] as const);

/** For a field whose Connection is none, or can't be meant: choose among those that fit, or make a new one. */
export function choiceActions(
  { uri }: vscode.TextDocument,
  contexts: readonly FixContext[],
  diagnosticOf: (context: FixContext) => vscode.Diagnostic | undefined,
): vscode.CodeAction[] {
  const context = contexts.find(({ problem }) => codes.has(problem.code));
  if (!context) return [];
  const { problem, document, catalog } = context;
  const choices = connectionChoicesAt(document, problemRange(problem, document).offset, catalog);
  if (!choices) return [];
  // The problem of an empty field may stand where the authentication is chosen.
  const key = choices.key ?? choices.fields.find((field) => isUnset(choices.config.value[field.key]))?.key;
  const title =
    problem.code === 'connection-missing'
      ? vscode.l10n.t('Choose a Connection…')
      : vscode.l10n.t('Choose another Connection…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const diagnostic = diagnosticOf(context);
  if (diagnostic) action.diagnostics = [diagnostic];
  const { node, locale } = choices.address;
  action.command = { title, command: commandIds.chooseConnection, arguments: [uri, node, key, locale] };
  return [action];
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isSameType } from '../../core/catalog/catalog';
import { isUnset } from '../../core/catalog/condition';
import { connectionChoicesAt, type ConnectionChoices } from '../../core/language/chooseConnection';
import type { FixContext } from '../../core/language/fixes/fix';
import type { Problem } from '../../core/validation/problem';
import type { ProblemCode } from '../../core/validation/rules';
import { problemRange } from '../../core/validation/problemRange';
import type { ConnectionFieldPlace } from '../connectionPlace';
import { commandAction } from './commandAction';

const codes: ReadonlySet<string> = new Set<ProblemCode>([
  'connection-malformed',
  'connection-missing',
  'connection-temporary',
  'connection-type-mismatch',
  'connection-unknown',
]);

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
  const key = choices.key ?? emptyKey(choices, problem);
  const { node, locale } = choices.address;
  const diagnostic = diagnosticOf(context);
  const choose = commandAction(
    vscode.l10n.t('Choose Connection…'),
    commandIds.chooseConnection,
    [uri, node, key, locale],
    diagnostic,
  );
  // A temporary Connection is there already: it is to be linked.
  if (key === undefined || problem.code === 'connection-temporary') return [choose];
  const place: ConnectionFieldPlace = { uri, address: choices.address, key };
  const title = vscode.l10n.t('New Connection…');
  return [choose, commandAction(title, commandIds.newConnection, [place], diagnostic)];
}

/** The problem of an empty field may stand elsewhere in the node; it names the type of the field. */
function emptyKey({ fields, config }: ConnectionChoices, { args }: Problem): string | undefined {
  const type = args?.type;
  const empty = fields.filter(({ key }) => isUnset(config.value[key]));
  const named = empty.find(
    ({ connectionType }) =>
      typeof type === 'object' && 'extension' in type && isSameType(connectionType, type),
  );
  return (named ?? empty[0])?.key;
}

import * as vscode from 'vscode';
import { diagnosticSource } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { fixAll, fixesFor } from '../../core/language/fixes';
import type { Fix, FixContext } from '../../core/language/fixes/fix';
import type { TextEdit } from '../../core/json/textEdit';
import { declaredFor } from '../../core/language/rename';
import { problemRange } from '../../core/validation/problemRange';
import { toRange, toTextEdit } from '../convert';
import type { FlowDiagnostics } from '../diagnostics/flowDiagnostics';
import { ownerOfFlow } from '../fileOwner';
import { localize } from '../localize';
import type { WorkspaceIndex } from '../workspaceIndex';
import { choiceActions } from './choiceActions';
import { ownerActions } from './ownerActions';
import { registrationActions } from './registrationActions';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('flowConnections');

export interface CodeActionServices {
  readonly index: WorkspaceIndex;
  readonly loadCatalog: () => Promise<Catalog>;
  /** The problems of open documents. */
  readonly open: FlowDiagnostics;
}

/** Offers what makes problems go: those at a place, and all that are certain at once. */
export function registerCodeActions(services: CodeActionServices): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'json' },
    {
      async provideCodeActions(document, range, { diagnostics, only }, token) {
        const shown = services.open.problemsOf(document);
        // What was found in another version may stand elsewhere by now.
        if (!shown || shown.problems.length === 0) return [];
        const catalog = await services.loadCatalog();
        const where = ownerOfFlow(services.index, document.uri);
        const connections = where && declaredFor(where.owner.project, where.path);
        const contexts = shown.problems.map((problem): FixContext => {
          const context = { problem, document: shown.json, catalog, t: localize };
          return connections ? { ...context, connections } : context;
        });
        const here = contexts.filter(({ problem }) =>
          toRange(document, problemRange(problem, shown.json)).intersection(range),
        );
        const diagnosticOf = (context: FixContext) =>
          diagnostics.find((candidate) => isOf(candidate, context, document));
        const actions = here.flatMap((context) =>
          fixesFor(context).map((fix) => toAction(fix, document, diagnosticOf(context))),
        );
        const all = fixAll(contexts);
        if (only?.contains(fixAllKind) && all.length > 0) actions.push(fixAllAction(document, all));
        else if (actions.length > 0 && here.length > 0)
          actions.push(...fixSameActions(here, contexts, document));
        actions.push(...ownerActions(services.index, document, here));
        const registration = await registrationActions(
          services.index,
          document,
          here,
          catalog,
          token,
          diagnosticOf,
        );
        const choices = where ? choiceActions(document, here, diagnosticOf) : [];
        return document.version === shown.version ? [...registration, ...actions, ...choices] : [];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

function toAction(
  { title, edits, isCertain }: Fix,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic | undefined,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, edits);
  action.isPreferred = isCertain;
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

/** Where a file has several problems of the kind that stands here: what mends all of them. */
function fixSameActions(
  here: readonly FixContext[],
  all: readonly FixContext[],
  document: vscode.TextDocument,
): vscode.CodeAction[] {
  const codes = new Set(
    here.filter((context) => fixesFor(context).some(({ isCertain }) => isCertain)).map(codeOf),
  );
  return [...codes].flatMap((code) => {
    const same = all.filter((context) => codeOf(context) === code);
    if (same.length < 2) return [];
    const title = vscode.l10n.t('Fix all of these in this file ({0})', code);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, fixAll(same));
    return [action];
  });
}

function fixAllAction(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Fix what is certain'), fixAllKind);
  action.edit = toWorkspaceEdit(document, edits);
  return action;
}

function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((change) => toTextEdit(document, change)),
  );
  return edit;
}

function codeOf({ problem }: FixContext): string {
  return problem.code;
}

function isOf(diagnostic: vscode.Diagnostic, context: FixContext, document: vscode.TextDocument): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    diagnostic.source === diagnosticSource &&
    code === context.problem.code &&
    diagnostic.range.isEqual(toRange(document, problemRange(context.problem, context.document)))
  );
}

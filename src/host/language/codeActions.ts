import * as vscode from 'vscode';
import { diagnosticSource } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { fixAll } from '../../core/language/fixes';
import type { Fix, FixContext } from '../../core/language/fixes/fix';
import { fixesAt, type FixesAt } from '../../core/language/fixes/fixesAt';
import type { TextEdit } from '../../core/json/textEdit';
import { declaredFor } from '../../core/language/rename';
import { problemRange } from '../../core/validation/problemRange';
import { toOffsets, toRange, toTextEdit } from '../convert';
import type { FlowDiagnostics, ShownProblems } from '../diagnostics/flowDiagnostics';
import { ownerOfFlow, type FileOwner } from '../fileOwner';
import { flowSelector } from '../flowLanguages';
import { localize } from '../localize';
import type { WorkspaceIndex } from '../workspaceIndex';
import { choiceActions } from './choiceActions';
import { FormerNames } from './formerNames';
import { ownerActions } from './ownerActions';
import { registrationActions } from './registrationActions';
import { onOneLine } from '../../core/shownText';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('flowConnections');

export interface CodeActionServices {
  readonly index: WorkspaceIndex;
  readonly loadCatalog: () => Promise<Catalog>;
  /** The problems of open documents. */
  readonly open: FlowDiagnostics;
}

/** Offers what makes problems go: those at a place, and all that are certain at once. */
export function registerCodeActions(services: CodeActionServices): vscode.Disposable {
  const formerNames = new FormerNames(services.index);
  const provider = vscode.languages.registerCodeActionsProvider(
    flowSelector,
    {
      async provideCodeActions(document, range, { diagnostics, only, triggerKind }, token) {
        const isAskedFor = triggerKind === vscode.CodeActionTriggerKind.Invoke;
        const shown = isAskedFor
          ? await services.open.judgedProblemsOf(document)
          : services.open.problemsOf(document);
        // What was found in another version may stand elsewhere by now.
        if (!shown || shown.problems.length === 0) return [];
        const catalog = await services.loadCatalog();
        const isCurrent = () => document.version === shown.version;
        if (!isCurrent()) return [];
        const where = ownerOfFlow(services.index, document.uri);
        const contexts = toContexts(shown, catalog, where);
        const everywhere = only?.contains(fixAllKind) ? fixAllActions(contexts, document) : [];
        if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return everywhere;
        const { here, fixes, alike } = fixesAt(contexts, toOffsets(document, range));
        const diagnosticOf = (context: FixContext) =>
          diagnostics.find((candidate) => isOf(candidate, context, document));
        const actions = fixes.map(({ context, fix }) => toAction(fix, document, diagnosticOf(context)));
        actions.push(...alike.map((same) => fixAlikeAction(same, document)));
        actions.push(...ownerActions(services.index, document, here));
        const registration = await registrationActions(
          { index: services.index, formerNames },
          document,
          here,
          catalog,
          token,
          diagnosticOf,
        );
        const choices = where ? choiceActions(document, here, diagnosticOf) : [];
        return isCurrent() ? [...everywhere, ...registration, ...actions, ...choices] : [];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
  return vscode.Disposable.from(formerNames, provider);
}

function toContexts(
  { problems, json }: ShownProblems,
  catalog: Catalog,
  where: FileOwner | undefined,
): FixContext[] {
  const connections = where && declaredFor(where.owner.project, where.path);
  const common = { document: json, catalog, t: localize, ...(connections && { connections }) };
  return problems.map((problem) => ({ problem, ...common }));
}

function toAction(
  { title, edits, isCertain }: Fix,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic | undefined,
): vscode.CodeAction {
  const action = new vscode.CodeAction(onOneLine(title), vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, edits);
  action.isPreferred = isCertain;
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

/** Where a file has several problems of the kind that stands here: what mends all of them. */
function fixAlikeAction(alike: FixesAt['alike'][number], document: vscode.TextDocument): vscode.CodeAction {
  const title = vscode.l10n.t('Fix all of these in this file ({0})', alike[0].problem.code);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, fixAll(alike));
  return action;
}

function fixAllActions(contexts: readonly FixContext[], document: vscode.TextDocument): vscode.CodeAction[] {
  const edits = fixAll(contexts);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix what is certain'), fixAllKind);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((change) => toTextEdit(document, change)),
  );
  return edit;
}

function isOf(diagnostic: vscode.Diagnostic, context: FixContext, document: vscode.TextDocument): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    diagnostic.source === diagnosticSource &&
    code === context.problem.code &&
    diagnostic.range.isEqual(toRange(document, problemRange(context.problem, context.document)))
  );
}

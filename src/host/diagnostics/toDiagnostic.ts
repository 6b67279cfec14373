import * as vscode from 'vscode';
import { diagnosticSource } from '../../contributions';
import type { JsonDocument } from '../../core/json/jsonDocument';
import type { TextRange } from '../../core/json/textRange';
import { describeProblem, describeRelated } from '../../core/validation/describeProblem';
import type { Problem } from '../../core/validation/problem';
import { problemRange } from '../../core/validation/problemRange';
import { toDiagnosticSeverity } from '../convert';
import { localize } from '../localize';
import type { ProblemLinks } from '../problemLinks';

export interface DiagnosticContext {
  readonly uri: vscode.Uri;
  readonly json: JsonDocument;
  /** In the same text. */
  readonly toRange: (range: TextRange) => vscode.Range;
  readonly links: ProblemLinks;
}

export function toDiagnostic(
  problem: Problem,
  { uri, json, toRange, links }: DiagnosticContext,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(problemRange(problem, json)),
    describeProblem(problem, localize),
    toDiagnosticSeverity(problem.severity),
  );
  const target = links(problem.code);
  diagnostic.source = diagnosticSource;
  diagnostic.code = target ? { value: problem.code, target } : problem.code;
  if (problem.tag === 'unnecessary') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  diagnostic.relatedInformation = (problem.related ?? []).map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, toRange(problemRange(place, json))),
        describeRelated(place, localize),
      ),
  );
  return diagnostic;
}

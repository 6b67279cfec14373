import * as vscode from 'vscode';
import type { TextRange } from '../core/json/textRange';
import type { LineIndex } from '../core/json/lineIndex';
import type { TextEdit } from '../core/json/textEdit';
import type { Severity } from '../core/validation/problem';

/** Offsets of the core to ranges of a document: here and nowhere else. */
export function toRange(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(
    document.positionAt(range.offset),
    document.positionAt(range.offset + range.length),
  );
}

export function toPosition(document: vscode.TextDocument, offset: number): vscode.Position {
  return document.positionAt(offset);
}

/** The same in a text that is no open document. */
export function toRangeIn(lines: LineIndex, { offset, length }: TextRange): vscode.Range {
  const start = lines.at(offset);
  const end = lines.at(offset + length);
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

export function toOffsets(document: vscode.TextDocument, range: vscode.Range): TextRange {
  const offset = document.offsetAt(range.start);
  return { offset, length: document.offsetAt(range.end) - offset };
}

export function toTextEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(document, edit), edit.newText);
}

export function toDiagnosticSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

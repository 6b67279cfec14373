import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { Logger } from '../../core/ports';
import type { OpenDocuments } from '../openDocuments';
import type { ProblemLinks } from '../problemLinks';
import type { WorkspaceIndex } from '../workspaceIndex';
import { FileValidator } from './fileValidator';
import { FlowDiagnostics } from './flowDiagnostics';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

export interface DiagnosticServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly loadLinks: () => Promise<ProblemLinks>;
  readonly log: Logger;
}

/** The problems of open files and those of all others, in one list. */
export interface Diagnostics extends vscode.Disposable {
  readonly open: FlowDiagnostics;
  readonly workspace: WorkspaceDiagnostics;
}

export function startDiagnostics(services: DiagnosticServices): Diagnostics {
  const { index, documents, loadCatalog, loadLinks, log } = services;
  const collection = vscode.languages.createDiagnosticCollection('flowConnections');
  let validator: Promise<FileValidator> | undefined;
  const loadValidator = () =>
    (validator ??= loadCatalog().then((catalog) => new FileValidator(index, catalog)));
  const open = new FlowDiagnostics(collection, index, documents, loadValidator, loadLinks, log);
  const workspace = new WorkspaceDiagnostics(collection, index, documents, loadValidator, loadLinks, log);
  const all = vscode.Disposable.from(open, workspace, collection);
  return {
    open,
    workspace,
    dispose() {
      all.dispose();
    },
  };
}

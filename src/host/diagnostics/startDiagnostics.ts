import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import { loadOnce } from '../loadOnce';
import type { DiagnosticServices } from './diagnosticServices';
import { FileValidator } from './fileValidator';
import { FlowDiagnostics } from './flowDiagnostics';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** The problems of open files and those of all others, in one list. */
export interface Diagnostics extends vscode.Disposable {
  readonly open: FlowDiagnostics;
  readonly workspace: WorkspaceDiagnostics;
}

export function startDiagnostics(
  services: Omit<DiagnosticServices, 'collection' | 'loadValidator'> & {
    readonly loadCatalog: () => Promise<Catalog>;
  },
): Diagnostics {
  const collection = vscode.languages.createDiagnosticCollection('flowConnections');
  const shared = {
    ...services,
    collection,
    loadValidator: loadOnce(async () => new FileValidator(services.index, await services.loadCatalog())),
  };
  const open = new FlowDiagnostics(shared);
  const workspace = new WorkspaceDiagnostics(shared);
  const all = vscode.Disposable.from(open, workspace, collection);
  return {
    open,
    workspace,
    dispose() {
      all.dispose();
    },
  };
}

import type * as vscode from 'vscode';
import type { Logger, Timers } from '../../core/ports';
import type { OpenDocuments } from '../openDocuments';
import type { ProblemLinks } from '../problemLinks';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { WorkspaceIndex } from '../workspaceIndex';
import type { FileValidator } from './fileValidator';

/** What finding and showing problems takes; open files and all others share it. */
export interface DiagnosticServices {
  readonly collection: vscode.DiagnosticCollection;
  readonly files: WorkspaceFiles;
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly timers: Timers;
  readonly loadValidator: () => Promise<FileValidator>;
  readonly loadLinks: () => Promise<ProblemLinks>;
  readonly log: Logger;
}

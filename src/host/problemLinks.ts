import * as vscode from 'vscode';
import { problemSections } from '../core/validation/ruleDocuments';
import { loadOnce } from './loadOnce';
import { readIfThere } from './readIfThere';

/** Where a code is explained; undefined when it can't be told. */
export type ProblemLinks = (code: string) => vscode.Uri | undefined;

/**
 * Links into `docs/problems.md`, which comes with the extension and is read when somebody first asks. They name the file and a
 * line of it, no command that would show a preview: newer versions of VS Code run none from a problem
 * (microsoft/vscode#329652).
 */
export function createProblemLinks(extensionUri: vscode.Uri): () => Promise<ProblemLinks> {
  return loadOnce(() => load(extensionUri));
}

async function load(extensionUri: vscode.Uri): Promise<ProblemLinks> {
  const uri = vscode.Uri.joinPath(extensionUri, 'docs', 'problems.md');
  const bytes = await readIfThere(uri).catch(() => undefined);
  const lines = problemSections(new TextDecoder().decode(bytes));
  return (code) => {
    const line = lines.get(code);
    return line === undefined ? undefined : uri.with({ fragment: `L${line + 1}` });
  };
}

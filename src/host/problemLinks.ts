import * as vscode from 'vscode';
import { readmeSections } from '../core/validation/readmeSections';
import { loadOnce } from './loadOnce';
import { readIfThere } from './readIfThere';

/** Where a code is explained; undefined when it can't be told. */
export type ProblemLinks = (code: string) => vscode.Uri | undefined;

/** Packed, it is called `readme.md`. */
const readmeNames = ['README.md', 'readme.md'];

/**
 * Links into the README that comes with the extension, which is read when somebody first asks. They name the file and a
 * line of it, no command that would show a preview: newer versions of VS Code run none from a problem
 * (microsoft/vscode#329652).
 */
export function createProblemLinks(extensionUri: vscode.Uri): () => Promise<ProblemLinks> {
  return loadOnce(() => load(extensionUri));
}

async function load(extensionUri: vscode.Uri): Promise<ProblemLinks> {
  for (const name of readmeNames) {
    const uri = vscode.Uri.joinPath(extensionUri, name);
    const bytes = await readIfThere(uri).catch(() => undefined);
    if (!bytes) continue;
    const lines = readmeSections(new TextDecoder().decode(bytes));
    return (code) => {
      const line = lines.get(code);
      return line === undefined ? undefined : uri.with({ fragment: `L${line + 1}` });
    };
  }
  return () => undefined;
}

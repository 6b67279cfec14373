import * as vscode from 'vscode';

/** Every problem of ours, as `flow: code`. */
export function allProblems(): string[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'Flow Connections')
        .map(
          ({ code }) =>
            `${uri.path.split('/').at(-3) ?? ''}: ${typeof code === 'object' ? String(code.value) : String(code)}`,
        ),
    )
    .sort();
}

/** What was shown at any time from now on, and what was judged. */
export interface ProblemWatch {
  readonly seen: ReadonlySet<string>;
  /** The URIs of all files that were judged since `restart`. */
  readonly judged: ReadonlySet<string>;
  /** From now on. */
  restart(): void;
  dispose(): void;
}

export function watchProblems(): ProblemWatch {
  const seen = new Set([allProblems().join('\n')]);
  const judged = new Set<string>();
  const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    seen.add(allProblems().join('\n'));
    for (const uri of uris) judged.add(uri.toString());
  });
  return {
    seen,
    judged,
    restart: () => judged.clear(),
    dispose() {
      subscription.dispose();
    },
  };
}

export async function openChart(flow: number): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('There is a workspace folder.');
  const uri = vscode.Uri.joinPath(folder.uri, `agent/flows/Flow ${flow}/en-US/chart.json`);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

import * as vscode from 'vscode';

/** The script and the style sheet of a webview, as they were built. */
export interface WebviewBundle {
  readonly script: string;
  readonly style: string;
}

/** Reads what was built below dist/webview under a name; once, when it is first wanted. */
export function createBundleLoader(extensionUri: vscode.Uri, name: string): () => Promise<WebviewBundle> {
  let loaded: Promise<WebviewBundle> | undefined;
  const read = async (file: string) => {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  const load = async () => {
    const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
    return { script, style };
  };
  return () => {
    loaded ??= load();
    // The next one may be luckier.
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
}

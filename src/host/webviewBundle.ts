import * as vscode from 'vscode';
import { loadOnce } from './loadOnce';

/** The script and the style sheet of a webview, as they were built. */
export interface WebviewBundle {
  readonly script: string;
  readonly style: string;
}

/** Reads what was built below dist/webview under a name; once, when it is first wanted. */
export function createBundleLoader(extensionUri: vscode.Uri, name: string): () => Promise<WebviewBundle> {
  const read = async (file: string) => {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  return loadOnce(async () => {
    const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
    return { script, style };
  });
}

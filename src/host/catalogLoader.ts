import * as vscode from 'vscode';
import { Catalog } from '../core/catalog/catalog';
import { readCoreCatalog } from '../core/catalog/coreCatalog';
import { readPublicExtensions } from '../core/catalog/publicExtensions';
import { loadOnce } from './loadOnce';

/** Reads the catalogue that ships with the extension, once, when somebody first asks. */
export function createCatalogLoader(extensionUri: vscode.Uri): () => Promise<Catalog> {
  const read = async (name: string): Promise<unknown> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'schemas', name));
    return JSON.parse(new TextDecoder().decode(bytes));
  };
  return loadOnce(async () => {
    const [core, extensions] = await Promise.all([read('core-catalog.json'), read('public-extensions.json')]);
    return new Catalog([readCoreCatalog(core), readPublicExtensions(extensions)]);
  });
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { declarationFor } from '../../core/connection/projects';
import { JsonDocument } from '../../core/json/jsonDocument';
import { referenceIdAt } from '../../core/language/referenceIdAt';
import { copyText } from '../copyText';
import { isConnectionNode, referenceIdOf } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { pickConnection } from './pickConnection';

/** From the tree: the items it is called on. From the palette: under the cursor, else selected, else asked for. */
export function registerCopyReferenceId(services: CommandServices): void {
  services.registry.register(commandIds.copyReferenceId, async (node, nodes) => {
    const chosen = toNodes(node, nodes);
    const ids = chosen.length > 0 ? chosen.map(referenceIdOf) : await findIds(services);
    if (ids.length > 0) await copyText(ids.join('\n'));
  });
}

function toNodes(node: unknown, nodes: unknown) {
  const all: unknown[] = Array.isArray(nodes) && nodes.length > 0 ? nodes : [node];
  return all.filter(isConnectionNode);
}

async function findIds(services: CommandServices): Promise<string[]> {
  const underCursor = await idUnderCursor(services);
  if (underCursor !== undefined) return [underCursor];
  const selected = services.tree.selection.filter(isConnectionNode);
  if (selected.length > 0) return selected.map(referenceIdOf);
  const picked = await pickConnection(services.index, {
    placeHolder: vscode.l10n.t('The Connection whose Reference ID to copy'),
    none: vscode.l10n.t('These flows use no Connections yet.'),
    fits: () => true,
  });
  return picked ? [referenceIdOf(picked)] : [];
}

async function idUnderCursor({ index, loadCatalog }: CommandServices): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const located = editor && index.locate(editor.document.uri);
  if (!located || !index.placeOf(editor.document.uri)) return undefined;
  await index.start();
  const { document, selection } = editor;
  const isKnown = (referenceId: Parameters<typeof declarationFor>[2]) =>
    index.projects.some(({ project }) => declarationFor(project, located.path, referenceId));
  const json = new JsonDocument(document.getText());
  return referenceIdAt(json, document.offsetAt(selection.active), await loadCatalog(), isKnown);
}

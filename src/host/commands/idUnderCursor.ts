import * as vscode from 'vscode';
import { declarationFor } from '../../core/connection/projects';
import { findConnection } from '../../core/connection/projectConnections';
import { referenceIdAt } from '../../core/language/referenceIdAt';
import { ownerOfFlow } from '../fileOwner';
import type { ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';

/** The Connection whose Reference ID the cursor of the active editor is in. */
export async function connectionUnderCursor(services: CommandServices): Promise<ConnectionNode | undefined> {
  const referenceId = await idUnderCursor(services);
  const uri = vscode.window.activeTextEditor?.document.uri;
  const owner = uri && ownerOfFlow(services.index, uri)?.owner;
  const entry = owner && referenceId !== undefined ? findConnection(owner.project, referenceId) : undefined;
  if (!owner || !entry) return undefined;
  return entry.kind === 'declared'
    ? { kind: 'declared', owner, entry }
    : { kind: 'undeclared', owner, entry };
}

/** The Reference ID that the cursor is in. */
export async function idUnderCursor({
  index,
  documents,
  loadCatalog,
}: CommandServices): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const located = editor && index.locate(editor.document.uri);
  if (!located || !index.placeOf(editor.document.uri)) return undefined;
  await index.start();
  const { document, selection } = editor;
  const isKnown = (referenceId: Parameters<typeof declarationFor>[2]) =>
    index.projects.some(({ project }) => declarationFor(project, located.path, referenceId));
  return referenceIdAt(
    documents.read(document),
    document.offsetAt(selection.active),
    await loadCatalog(),
    isKnown,
  );
}

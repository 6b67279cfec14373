import * as vscode from 'vscode';
import { connectionScheme } from '../../contributions';
import type { EditorTarget } from '../../core/draft/editorTarget';
import { asTitle } from '../../core/shownText';

/**
 * `flow-connection:/<title>?…`: the last path segment is the tab's title where VS Code takes no other, and the query
 * says what the editor was opened for, so that VS Code can restore it.
 */
export function toEditorUri(target: EditorTarget, title: string): vscode.Uri {
  const query = new URLSearchParams({
    folder: target.folder,
    project: target.connectionsPath,
    extension: target.type.extension,
    type: target.type.type,
    [target.mode]: target.id,
  });
  // A slash in a name would make folders of it.
  const segment = asTitle(title).replaceAll(/[\\/]/g, '∕');
  return vscode.Uri.from({ scheme: connectionScheme, path: `/${segment}`, query: query.toString() });
}

/** Undefined for a URI that we did not make. */
export function toEditorTarget(uri: vscode.Uri): EditorTarget | undefined {
  const query = new URLSearchParams(uri.query);
  const folder = query.get('folder');
  const connectionsPath = query.get('project');
  const extension = query.get('extension');
  const type = query.get('type');
  const mode = (['edit', 'register', 'new'] as const).find((candidate) => query.has(candidate));
  if (folder === null || connectionsPath === null || extension === null || type === null || !mode)
    return undefined;
  return { folder, connectionsPath, type: { extension, type }, mode, id: query.get(mode) ?? '' };
}

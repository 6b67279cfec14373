import type * as vscode from 'vscode';
import { decodeText } from '../../core/textFile';
import type { WorkspaceFiles } from '../workspaceFiles';

/**
 * Whether a document without unsaved changes holds what its file does, and what the index knows of it. VS Code takes a
 * moment to read a changed file again, and never does where its file watcher is blind; it may also be faster than the
 * index. What is known of the project is no measure for such a text.
 */
export async function isOfKnownDisk(document: vscode.TextDocument, files: WorkspaceFiles): Promise<boolean> {
  const { uri } = document;
  // A file that is gone, or can't be read, holds nothing else.
  const bytes = await files.disk.read(uri).catch(() => undefined);
  if (bytes === undefined) return true;
  const onDisk = decodeText(bytes);
  const text = document.getText();
  const isSame = text === onDisk || withoutReturns(text) === withoutReturns(onDisk);
  if (!isSame && document.encoding.startsWith('utf8')) return false;
  return files.isCurrent(uri);
}

/** VS Code makes the ends of lines alike. */
function withoutReturns(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

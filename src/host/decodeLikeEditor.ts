import * as vscode from 'vscode';
import { decodeUtf8 } from './decodeUtf8';

const byteOrderMark = '\uFEFF';

/**
 * The text that VS Code makes of a file's bytes when it opens it, by its settings for encodings, without a byte order
 * mark: edits and places count in it. Undefined where those settings fit the file so badly that another text would be
 * saved, or that it is no longer the JSON that others read.
 */
export async function decodeLikeEditor(uri: vscode.Uri, bytes: Uint8Array): Promise<string | undefined> {
  const utf8 = decodeUtf8(bytes);
  // Whatever is set, a mark says how the file is to be read.
  if (utf8?.startsWith(byteOrderMark)) return utf8.slice(byteOrderMark.length);
  const text = await vscode.workspace.decode(bytes, { uri });
  if (text === utf8) return text;
  if (utf8 !== undefined && asciiOf(utf8) !== asciiOf(text)) return undefined;
  const saved = await vscode.workspace.encode(text, { uri });
  const isSame = saved.length === bytes.length && saved.every((byte, index) => byte === bytes[index]);
  return isSame ? text : undefined;
}

/** What means something in JSON; outside of strings there is nothing else. */
function asciiOf(text: string): string {
  return text.replaceAll(/[^\0-\x7f]+/g, '');
}

import * as vscode from 'vscode';
import { baseName } from '../core/flow/filePlace';

/** Writes a file whole or not at all, and only if it still holds what was read (undefined: no file). */
export type ReplaceFile = (
  uri: vscode.Uri,
  expected: Uint8Array | undefined,
  content: Uint8Array,
) => Promise<'written' | Unwritten>;

type Unwritten = 'changed' | 'readOnly';

/** Why a file is as it was, and what to do. */
export function describeUnwritten(why: Unwritten, { path }: vscode.Uri): string {
  switch (why) {
    case 'readOnly':
      return vscode.l10n.t('{0} is read-only. Make it writable first.', baseName(path));
    case 'changed':
      return vscode.l10n.t('{0} was changed by something else meanwhile. Save again.', baseName(path));
  }
}

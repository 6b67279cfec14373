import * as vscode from 'vscode';
import { baseName } from '../core/flow/filePlace';

/**
 * Writes a file whole or not at all, and only if it still holds what was read (undefined: no file). `mayWrite` is asked
 * with the path in the machine's file system that links lead to.
 */
export type ReplaceFile = (
  uri: vscode.Uri,
  expected: Uint8Array | undefined,
  content: Uint8Array,
  mayWrite?: (target: string) => Promise<boolean>,
) => Promise<'written' | Unwritten>;

type Unwritten = 'changed' | 'readOnly' | 'declined';

/** Why a file is as it was, and what to do. */
export function describeUnwritten(why: Unwritten, { path }: vscode.Uri): string {
  switch (why) {
    case 'readOnly':
      return vscode.l10n.t('{0} is read-only. Make it writable first.', baseName(path));
    case 'declined':
      return vscode.l10n.t('{0} lies outside of the workspace, and was not changed.', baseName(path));
    case 'changed':
      return vscode.l10n.t('{0} was changed by something else meanwhile. Save again.', baseName(path));
  }
}

import * as vscode from 'vscode';
import { isWithin } from '../core/flow/filePlace';
import type { Confirm } from '../core/ports';
import type { Disk } from './disk';
import type { ReplaceFile } from './replaceFile';

/**
 * Writes files of the workspace. A link in it may lead anywhere, and whoever made it may be a stranger: what is outside
 * is written only once the user has agreed, for each file.
 */
export function createReplaceInside(replaceFile: ReplaceFile, disk: Disk, confirm: Confirm): ReplaceFile {
  const agreed = new Set<string>();
  const mayWrite = async (target: string) => {
    if (agreed.has(target) || (await isInWorkspace(target, disk))) return true;
    const isAgreed = await confirm({
      message: vscode.l10n.t('Write to a file outside of the workspace?'),
      detail: vscode.l10n.t('A link in the workspace leads to {0}.', target),
      agree: vscode.l10n.t('Write'),
    });
    if (isAgreed) agreed.add(target);
    return isAgreed;
  };
  return (uri, expected, content) => replaceFile(uri, expected, content, mayWrite);
}

async function isInWorkspace(target: string, disk: Disk): Promise<boolean> {
  const { path } = vscode.Uri.file(target);
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = await disk.realPath(uri);
    if (root !== undefined && isWithin(vscode.Uri.file(root).path, path)) return true;
  }
  return false;
}

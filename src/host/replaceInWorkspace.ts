import * as vscode from 'vscode';
import { readIfThere } from './readIfThere';
import type { ReplaceFile } from './replaceFile';

/** Where there is no Node, or the file is on no disk: VS Code's own writing, which replaces a file as a whole. */
export const replaceInWorkspace: ReplaceFile = async (uri, expected, content) => {
  const current = await readIfThere(uri);
  const isSame =
    current === undefined
      ? expected === undefined
      : expected?.length === current.length && current.every((byte, i) => byte === expected[i]);
  if (!isSame) return 'changed';
  try {
    await vscode.workspace.fs.writeFile(uri, content);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions') return 'readOnly';
    throw error;
  }
  return 'written';
};

import * as vscode from 'vscode';

export interface DiskStat {
  readonly isFolder: boolean;
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

/** Reading many files: VS Code's own file system takes a message to another process and back for each of them. */
export interface Disk {
  /** Undefined where nothing is; throws what else goes wrong. */
  stat(uri: vscode.Uri): Promise<DiskStat | undefined>;
  read(uri: vscode.Uri): Promise<Uint8Array>;
}

/** Where there is no Node, or the file is on no disk. */
export const workspaceDisk: Disk = {
  async stat(uri) {
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      return { isFolder: (type & vscode.FileType.Directory) !== 0, size, mtime };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  },
  read: async (uri) => vscode.workspace.fs.readFile(uri),
};

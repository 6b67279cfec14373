import * as vscode from 'vscode';

export interface DiskStat {
  readonly isFolder: boolean;
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

export interface DiskEntry {
  readonly name: string;
  /** A link is one to a folder. */
  readonly kind: 'file' | 'folder' | 'link';
}

/** Reading many files: VS Code's own file system takes a message to another process and back for each of them. */
export interface Disk {
  /** Undefined where nothing is; throws what else goes wrong, as all of these do. */
  stat(uri: vscode.Uri): Promise<DiskStat | undefined>;
  read(uri: vscode.Uri): Promise<Uint8Array>;
  /** What is in a folder; undefined where no folder is. */
  entries(uri: vscode.Uri): Promise<readonly DiskEntry[] | undefined>;
  /** The path in the machine's file system, without links; undefined where nothing is, or nobody can tell. */
  realPath(uri: vscode.Uri): Promise<string | undefined>;
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
  async entries(uri) {
    try {
      const entries = await vscode.workspace.fs.readDirectory(uri);
      return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
    } catch (error) {
      const stat = await this.stat(uri);
      if (!stat?.isFolder) return undefined;
      throw error;
    }
  },
  realPath: () => Promise.resolve(undefined),
};

function kindOf(type: vscode.FileType): DiskEntry['kind'] {
  if ((type & vscode.FileType.Directory) === 0) return 'file';
  return (type & vscode.FileType.SymbolicLink) === 0 ? 'folder' : 'link';
}

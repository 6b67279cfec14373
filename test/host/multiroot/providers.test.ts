import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { access, eventually, fileUri, outline, readText } from '../support';

const scheme = 'fctest';

/** A file system as an extension provides it: with files of its own, and without a search. */
class OwnFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  watch = () => new vscode.Disposable(() => undefined);

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (!file && this.readDirectory(vscode.Uri.from({ scheme, path })).length === 0)
      throw vscode.FileSystemError.FileNotFound(path);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 1, mtime: 1, size: file?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = new Map<string, vscode.FileType>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${path}/`)) continue;
      const [name = '', ...rest] = file.slice(path.length + 1).split('/');
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  createDirectory = () => this.#refuse();
  writeFile = () => this.#refuse();
  delete = () => this.#refuse();
  rename = () => this.#refuse();

  #refuse(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

/** Replaces all workspace folders after the first ones, and waits until VS Code has done it. */
async function setFolders(from: number, added: readonly { uri: vscode.Uri; name: string }[]): Promise<void> {
  const { workspaceFolders = [] } = vscode.workspace;
  const removed = workspaceFolders.length - from;
  if (removed === 0 && added.length === 0) return;
  assert.ok(vscode.workspace.updateWorkspaceFolders(from, removed, ...added));
  await eventually(() => vscode.workspace.workspaceFolders?.length === from + added.length);
}

describe('A folder of another file system (8.18)', () => {
  let provider: vscode.Disposable | undefined;
  let own = 0;

  beforeEach(async () => {
    own = vscode.workspace.workspaceFolders?.length ?? 0;
    const path = 'agent/flows/Main/en-US/chart.json';
    const chart = new TextEncoder().encode(await readText(fileUri(path, 1)));
    const files = new Map([[`/far/${path}`, chart]]);
    provider = vscode.workspace.registerFileSystemProvider(scheme, new OwnFiles(files), { isReadonly: true });
  });

  afterEach(async () => {
    await setFolders(own, []);
    provider?.dispose();
  });

  it('is walked through where nobody can search it, and one that nobody provides is named', async () => {
    const { tree } = await access();
    const before = await outline(tree);
    assert.equal(tree.message ?? '', '');
    await setFolders(own, [
      { uri: vscode.Uri.from({ scheme, path: '/far' }), name: 'far' },
      { uri: vscode.Uri.from({ scheme: 'nobody', path: '/lost' }), name: 'lost' },
    ]);
    const found = ['far', '  Not Registered — 1', '    api.example.com — a2582db9 · Basic Auth · 1 node'];
    await eventually(async () => (await outline(tree)).length === before.length + found.length);
    assert.deepEqual(await outline(tree), [...before, ...found]);
    assert.equal(tree.message, 'The folder “lost” can’t be read: its flows are missing here.');
  });
});

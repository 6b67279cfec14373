import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { listConnections } from '../../../src/core/connection/projectConnections';
import { createCatalogLoader } from '../../../src/host/catalogLoader';
import { OpenDocuments } from '../../../src/host/openDocuments';
import type { FileWatchTarget } from '../../../src/host/watchFiles';
import { timers } from '../../../src/host/timers';
import { WorkspaceFiles } from '../../../src/host/workspaceFiles';
import { WorkspaceIndex } from '../../../src/host/workspaceIndex';
import { chartPath, makeClone, writeFile, writeFiles } from '../../support/clone';
import { nodeDisk } from '../nodeDisk';
import { access, fileUri, eventually } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const charts = [0, 1, 2].map(chartPath);

/** An index that hears of nothing but what a test tells it. */
async function startIndex() {
  const { extensionUri } = vscode.extensions.getExtension('flow-connections.flow-connections')!;
  const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
  const documents = new OpenDocuments();
  let target: FileWatchTarget | undefined;
  const watch = (given: FileWatchTarget) => {
    target = given;
    return new vscode.Disposable(() => undefined);
  };
  const files = new WorkspaceFiles({
    documents,
    disk: nodeDisk,
    timers,
    loadCatalog: createCatalogLoader(extensionUri),
    log,
    watch,
  });
  const index = new WorkspaceIndex(files);
  await index.start();
  assert.ok(target);
  const flows = () => index.projects.flatMap(({ project }) => [...project.flows.keys()]).sort();
  return Object.assign(vscode.Disposable.from(index, files, documents), {
    target,
    flows,
    /** The nodes that use a Connection, in all projects. */
    uses: () => {
      const connections = index.projects.map(({ project }) => listConnections(project));
      const listed = connections.flatMap(({ declared, undeclared }) => [...declared, ...undeclared]);
      return listed.flatMap(({ uses }) => uses.map(({ file }) => file)).sort();
    },
    async afterReadingAll(change: () => Thenable<void>): Promise<void> {
      let isRead = false;
      const subscription = index.onDidChange(({ files: changed }) => (isRead ||= changed === undefined));
      await change();
      await eventually(() => isRead);
      subscription.dispose();
    },
    /** Once everything that it was told so far has been looked at: what is told next comes after that. */
    async afterChangeOf(flow: number): Promise<void> {
      const path = chartPath(flow);
      let isTold = false;
      const subscription = index.onDidChange(({ files: changed }) => {
        isTold ||= changed?.some((file) => file.path === path) ?? false;
      });
      writeFile(fileUri('').fsPath, path, `${makeClone(3, tickets).get(path) ?? ''}\n`);
      target?.lookAtFile(fileUri(path));
      await eventually(() => isTold);
      subscription.dispose();
    },
  });
}

describe('Of the files that can be found', () => {
  let root = '';
  let index: Awaited<ReturnType<typeof startIndex>>;

  beforeEach(async () => {
    await access();
    root = fileUri('').fsPath;
    writeFiles(root, makeClone(3, tickets));
  });
  afterEach(() => {
    index.dispose();
  });

  it('those do not count that `files.exclude` leaves out, even when they change', async () => {
    const exclude = (value: unknown) =>
      vscode.workspace
        .getConfiguration('files', fileUri(''))
        .update('exclude', value, vscode.ConfigurationTarget.Workspace);
    const backup = charts.map((path) => `backup/${path}`);
    await exclude({ backup: true });
    try {
      writeFiles(join(root, 'backup'), makeClone(3, tickets));
      index = await startIndex();
      assert.deepEqual(index.flows(), charts);
      writeFiles(join(root, 'backup'), makeClone(3, other));
      for (const path of backup) index.target.lookAtFile(fileUri(path));
      for (const path of ['backup', 'backup/agent', ...backup]) index.target.look(fileUri(path));
      await index.afterChangeOf(0);
      assert.deepEqual(index.flows(), charts);
      index.target.lookEverywhere();
      await index.afterChangeOf(1);
      assert.deepEqual(index.flows(), charts);
      await index.afterReadingAll(() => exclude({ 'backup/**/chart.json': { when: 'intents.json' } }));
      assert.deepEqual(index.flows(), charts, 'there is such a file beside each');
      index.target.look(fileUri('backup'));
      await index.afterChangeOf(2);
      assert.deepEqual(index.flows(), charts);
      await index.afterReadingAll(() => exclude(undefined));
      assert.deepEqual(index.flows(), [...charts, ...backup]);
    } finally {
      await exclude(undefined);
    }
  });

  it('those do not count that a .gitignore leaves out, as soon as it says so (07)', async () => {
    const backup = charts.map((path) => `backup/${path}`);
    writeFiles(join(root, 'backup'), makeClone(3, tickets));
    index = await startIndex();
    assert.deepEqual(index.flows(), [...charts, ...backup]);
    writeFile(root, '.gitignore', 'backup/\n');
    index.target.lookAtFile(fileUri('.gitignore'));
    await eventually(() => isDeepStrictEqual(index.flows(), charts));
  });

  it('those of other worktrees do not count, and those of submodules do', async () => {
    for (const [folder, gitdir] of [
      ['feature', '/elsewhere/.git/worktrees/feature'],
      ['part', '../.git/modules/part'],
    ] as const) {
      writeFiles(join(root, folder), makeClone(3, tickets));
      writeFile(root, `${folder}/.git`, `gitdir: ${gitdir}\n`);
    }
    index = await startIndex();
    assert.deepEqual(index.flows(), [...charts, ...charts.map((path) => `part/${path}`)]);
  });

  it('those count once that a link leads to as well, and those outside that only a link leads to', async () => {
    symlinkSync(join(root, 'agent'), join(root, 'current'), 'junction');
    index = await startIndex();
    assert.deepEqual(index.flows(), charts);
    assert.deepEqual(index.uses(), charts);
    index.target.look(fileUri('current'));
    index.target.look(fileUri(`current/${charts[1]?.slice('agent/'.length)}`));
    await index.afterChangeOf(0);
    assert.deepEqual(index.flows(), charts);
    const outside = mkdtempSync(join(tmpdir(), 'flow-connections-'));
    writeFiles(outside, makeClone(3, tickets));
    symlinkSync(join(outside, 'agent'), join(root, 'outside'), 'junction');
    const linked = charts.map((path) => path.replace('agent', 'outside'));
    index.target.look(fileUri('outside'));
    await eventually(() => index.flows().length === 6);
    assert.deepEqual(index.flows(), [...charts, ...linked]);
    index.target.lookEverywhere();
    await index.afterChangeOf(1);
    assert.deepEqual(index.flows(), [...charts, ...linked], 'however they are looked for');
    rmSync(outside, { recursive: true });
  });
});

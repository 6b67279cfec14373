import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { chartPath, makeClone, removeClone, writeFile, writeFiles } from '../../support/clone';
import { allProblems, openChart, watchProblems } from '../problemWatch';
import { access, eventually, fileUri, readText } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const flows = 40;

async function openCharts(...numbers: readonly number[]): Promise<void> {
  for (const flow of numbers) await openChart(flow);
}

/** A clone in which one flow has another Connection than all others. */
function cloneWith(connection: string, odd: number, oddConnection: string): Map<string, string> {
  const files = new Map(makeClone(flows, connection));
  files.set(chartPath(odd), makeClone(flows, oddConnection).get(chartPath(odd)) ?? '');
  return files;
}

/**
 * Makes a clone's folders, each once VS Code watches the one that it lies in: what comes into a folder before it is watched,
 * VS Code never hears of.
 */
async function makeWatchedFolders(root: string, files: Iterable<string>): Promise<void> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  const watcher = vscode.workspace.createFileSystemWatcher('**/watched.txt');
  for (const depth of [1, 2, 3, 4]) {
    const unseen = new Set([...folders].filter((folder) => folder.split('/').length === depth));
    const onSeen = ({ path }: vscode.Uri) => {
      for (const folder of unseen) if (path.endsWith(`/${folder}/watched.txt`)) unseen.delete(folder);
    };
    const subscription = vscode.Disposable.from(watcher.onDidCreate(onSeen), watcher.onDidChange(onSeen));
    await eventually(
      () => {
        for (const folder of unseen) writeFile(root, `${folder}/watched.txt`, crypto.randomUUID());
        return unseen.size === 0;
      },
      () => `watched: ${[...unseen].join()}`,
    );
    subscription.dispose();
  }
  watcher.dispose();
}

describe('While files come over the disk', () => {
  let root = '';
  const areAllThere = async () => {
    const { index } = await access();
    return !index.isSettling && index.projects.some(({ project }) => project.flows.size === flows);
  };

  beforeEach(async () => {
    root = fileUri('').fsPath;
    await access();
    // One that is wrong, and stays so, in a file that nobody has open.
    const files = cloneWith(tickets, 7, other);
    await makeWatchedFolders(root, files.keys());
    writeFiles(root, files);
    await eventually(areAllThere);
    await eventually(() => allProblems().length > 0);
    assert.deepEqual(allProblems(), ['Flow 7: connection-unknown']);
  });

  it('another branch shows its own problems, and none that is of neither; a renamed folder takes its along (76)', async () => {
    const gitIn = (environment: NodeJS.ProcessEnv, ...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'core.autocrlf=false', ...args],
        { cwd: root, stdio: 'pipe', encoding: 'utf8', env: { ...process.env, ...environment } },
      ).trim();
    const git = gitIn.bind(undefined, {});
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    // Other Reference IDs everywhere, as after an import that gives new ones; Flow 9 has none of them. Committed from
    // elsewhere, so that nothing moves here yet.
    const elsewhere = mkdtempSync(join(tmpdir(), 'flow-connections-'));
    const tree = join(elsewhere, 'tree');
    writeFiles(tree, cloneWith(other, 9, tickets));
    const path = '.cognigy/connections.json';
    writeFile(tree, path, (await readText(fileUri(path))).replace(tickets, other));
    const gitElsewhere = gitIn.bind(undefined, {
      GIT_DIR: join(root, '.git'),
      GIT_WORK_TREE: tree,
      GIT_INDEX_FILE: join(elsewhere, 'index'),
    });
    gitElsewhere('add', '.');
    git(
      'branch',
      'other',
      gitElsewhere('commit-tree', gitElsewhere('write-tree'), '-p', 'main', '-m', 'two'),
    );
    rmSync(elsewhere, { recursive: true });
    const { index } = await access();
    const isBack = () => !index.isSettling && allProblems().join() === 'Flow 7: connection-unknown';
    await openCharts(0, 7, 9, 30);
    await eventually(isBack);
    const watch = watchProblems();
    git('checkout', '--quiet', 'other');
    await eventually(() => allProblems().join() === 'Flow 9: connection-unknown');
    git('checkout', '--quiet', 'main');
    await eventually(isBack);
    watch.dispose();
    const between = [...watch.seen].filter((shown) => !/^Flow [79]: connection-unknown$/.test(shown));
    // One file after the other gets its new problems: both, or none, may be there in between.
    assert.deepEqual(
      between.filter(
        (shown) => shown !== '' && shown !== 'Flow 7: connection-unknown\nFlow 9: connection-unknown',
      ),
      [],
    );
    const old = fileUri(chartPath(7));
    renameSync(join(root, 'agent/flows/Flow 7'), join(root, 'agent/flows/Renamed'));
    await eventually(() => !index.isSettling && allProblems().join() === 'Renamed: connection-unknown');
    const isShown = ({ uri }: vscode.TextDocument) => uri.toString() === old.toString();
    assert.ok(vscode.workspace.textDocuments.some(isShown), 'its tab shows what is no more');
  });

  it('no problem comes and none goes while a clone deletes everything and writes it again', async () => {
    // Open ones and others.
    await openCharts(0, 7, 30);
    const { index } = await access();
    const watch = watchProblems();
    const told = index.onDidChange(() => watch.restart());
    removeClone(root);
    await eventually(() => index.isSettling);
    for (const [path, content] of cloneWith(tickets, 7, other)) {
      writeFile(root, path, content);
      // VS Code hears of it meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually(areAllThere);
    const charts = Array.from({ length: flows }, (_, flow) => fileUri(chartPath(flow)).toString());
    await eventually(() => charts.every((chart) => watch.judged.has(chart)));
    told.dispose();
    watch.dispose();
    assert.deepEqual([...watch.seen], ['Flow 7: connection-unknown']);
  });

  it('a missing flow is said to be missing once everything is there', async () => {
    const watch = watchProblems();
    rmSync(join(root, 'agent/flows/Flow 1'), { recursive: true });
    const missing = ['Flow 0: target-missing', 'Flow 7: connection-unknown'];
    await eventually(() => allProblems().length === 2);
    assert.deepEqual(allProblems(), missing);
    writeFiles(root, new Map([...makeClone(flows, tickets)].filter(([path]) => path.includes('Flow 1/'))));
    await eventually(() => allProblems().length === 1);
    watch.dispose();
    assert.deepEqual(
      [...watch.seen],
      ['Flow 7: connection-unknown', missing.join('\n'), 'Flow 7: connection-unknown'].slice(0, 2),
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { chartPath, makeClone, removeClone, writeFile, writeFiles } from '../../support/clone';
import { allProblems, openChart, watchProblems } from '../problemWatch';
import { access, eventually, fileUri, setPace, readText } from '../support';

// On a busy machine too, the next file of a clone must come before the disk counts as at rest.
setPace(2);

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const flows = 100;

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
 * VS Code does not watch folders that were just made, and reads none of their files again: it starts to watch anew, and
 * does not say when it does.
 */
async function watchAnew(): Promise<void> {
  const unseen = new Set(
    Array.from({ length: flows }, (_, flow) => `agent/flows/Flow ${flow}/en-US/seen.txt`),
  );
  const watcher = vscode.workspace.createFileSystemWatcher('**/seen.txt');
  const onSeen = ({ path }: vscode.Uri) => {
    for (const name of unseen) if (path.endsWith(`/${name}`)) unseen.delete(name);
  };
  const subscription = vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(onSeen),
    watcher.onDidChange(onSeen),
  );
  const watched = vscode.workspace.getConfiguration('files');
  const other = { [`**/nothing-${crypto.randomUUID()}`]: true };
  await watched.update('watcherExclude', other, vscode.ConfigurationTarget.Global);
  const { fsPath } = fileUri('');
  await eventually(() => {
    for (const name of unseen) writeFile(fsPath, name, crypto.randomUUID());
    return unseen.size === 0;
  });
  subscription.dispose();
}

describe('While files come over the disk', () => {
  let root = '';
  const areAllThere = async () => {
    const { index } = await access();
    return !index.isSettling && index.projects.some(({ project }) => project.flows.size === flows);
  };

  before(async () => {
    root = fileUri('').fsPath;
    await access();
    // One that is wrong, and stays so.
    writeFiles(root, cloneWith(tickets, 7, other));
    await eventually(areAllThere);
    await eventually(() => allProblems().length > 0);
    await watchAnew();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('only what is wrong is a problem, in files that nobody has open too', () => {
    assert.deepEqual(allProblems(), ['Flow 7: connection-unknown']);
  });

  it('another branch shows its own problems, and none that is of neither', async () => {
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
    await openCharts(0, 7, 9, 50);
    await eventually(isBack);
    const watch = watchProblems();
    git('checkout', '--quiet', 'other');
    await eventually(() => allProblems().join() === 'Flow 9: connection-unknown');
    git('checkout', '--quiet', 'main');
    await eventually(isBack);
    watch.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const between = [...watch.seen].filter((shown) => !/^Flow [79]: connection-unknown$/.test(shown));
    // One file after the other gets its new problems: both, or none, may be there in between.
    assert.deepEqual(
      between.filter(
        (shown) => shown !== '' && shown !== 'Flow 7: connection-unknown\nFlow 9: connection-unknown',
      ),
      [],
    );
  });

  it('no problem comes and none goes while a clone deletes everything and writes it again', async () => {
    // Open ones and others.
    await openCharts(0, 7, 50);
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
    await watchAnew();
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

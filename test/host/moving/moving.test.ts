import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { makeClone, removeClone, writeFile, writeFiles } from '../../support/clone';
import { allProblems, openChart, pause, watchProblems } from '../problemWatch';
import { access, fileUri, readText, until } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const flows = 100;

async function openCharts(...numbers: readonly number[]): Promise<void> {
  for (const flow of numbers) await openChart(flow);
}

describe('While files come over the disk', () => {
  let root = '';
  const connections = () => fileUri('.cognigy/connections.json');

  before(async () => {
    root = fileUri('').fsPath;
    await access();
    writeFiles(root, makeClone(flows, tickets));
    // One that is wrong, and stays so.
    writeFile(
      root,
      'agent/flows/Flow 7/en-US/chart.json',
      makeClone(flows, other).get('agent/flows/Flow 7/en-US/chart.json') ?? '',
    );
    const { index } = await access();
    await until(
      () => !index.isSettling && index.projects.some(({ project }) => project.flows.size === flows),
    );
    await until(() => allProblems().length > 0);
    // VS Code does not watch folders that were just made, and reads none of their files again: it starts to watch anew.
    const watched = vscode.workspace.getConfiguration('files');
    await watched.update('watcherExclude', { '**/nothing': true }, vscode.ConfigurationTarget.Global);
    await pause(2000);
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('only what is wrong is a problem, in files that nobody has open too', () => {
    assert.deepEqual(allProblems(), ['Flow 7: connection-unknown']);
  });

  it('another branch shows its own problems, and none that is of neither', async function () {
    this.timeout(40_000);
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'core.autocrlf=false', ...args],
        {
          cwd: root,
          stdio: 'pipe',
        },
      );
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    git('checkout', '--quiet', '-b', 'other');
    // Other Reference IDs everywhere, as after an import that gives new ones; Flow 9 has none of them.
    writeFiles(root, makeClone(flows, other));
    writeFile(
      root,
      'agent/flows/Flow 9/en-US/chart.json',
      makeClone(flows, tickets).get('agent/flows/Flow 9/en-US/chart.json') ?? '',
    );
    writeFileSync(connections().fsPath, (await readText(connections())).replace(tickets, other));
    git('commit', '--quiet', '-am', 'two');
    git('checkout', '--quiet', 'main');
    const { index } = await access();
    const isBack = () => !index.isSettling && allProblems().join() === 'Flow 7: connection-unknown';
    await pause(3000);
    await openCharts(0, 7, 9, 50);
    await until(isBack);
    const watch = watchProblems();
    git('checkout', '--quiet', 'other');
    await until(() => allProblems().join() === 'Flow 9: connection-unknown');
    git('checkout', '--quiet', 'main');
    await until(isBack);
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

  it('no problem comes and none goes while a clone deletes everything and writes it again', async function () {
    this.timeout(40_000);
    // Open ones and others.
    await openCharts(0, 7, 50);
    await pause(500);
    const watch = watchProblems();
    const files = new Map(makeClone(flows, tickets));
    files.set(
      'agent/flows/Flow 7/en-US/chart.json',
      makeClone(flows, other).get('agent/flows/Flow 7/en-US/chart.json') ?? '',
    );
    removeClone(root);
    await pause(1000);
    for (const [path, content] of files) {
      writeFile(root, path, content);
      await pause(25);
    }
    const { index } = await access();
    const last = performance.now();
    await until(
      () => !index.isSettling && index.projects.some(({ project }) => project.flows.size === flows),
    );
    console.log(`settled ${Math.round(performance.now() - last)} ms after the last file`);
    await pause(1000);
    watch.dispose();
    assert.deepEqual([...watch.seen], ['Flow 7: connection-unknown']);
  });

  it('a missing flow is said to be missing once everything is there', async () => {
    const watch = watchProblems();
    rmSync(join(root, 'agent/flows/Flow 1'), { recursive: true });
    const missing = ['Flow 0: target-missing', 'Flow 7: connection-unknown'];
    await until(() => allProblems().length === 2);
    assert.deepEqual(allProblems(), missing);
    writeFiles(root, new Map([...makeClone(flows, tickets)].filter(([path]) => path.includes('Flow 1/'))));
    await until(() => allProblems().length === 1);
    watch.dispose();
    assert.deepEqual(
      [...watch.seen],
      ['Flow 7: connection-unknown', missing.join('\n'), 'Flow 7: connection-unknown'].slice(0, 2),
    );
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Connection } from '../../../src/core/connection/connection';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import type { TestAccess } from '../../../src/host/startHost';
import {
  access,
  connectionsFile,
  fileUri,
  outline,
  problemsIn,
  readText,
  unknown,
  eventually,
  writeText,
} from '../support';

const connection: Connection = {
  referenceId: toReferenceId('a2582db9-2bd7-4a35-94a3-fbbade0a581d')!,
  name: 'Tickets',
  extension: '@cognigy/basic-nodes',
  type: 'http_basic',
  isTemporary: false,
};

const inBroken = (path: string) => fileUri(path, 2);

/** What the view says of the projects in this folder, which is the last of the workspace. */
async function brokenOnes(tree: TestAccess['tree']): Promise<string[]> {
  const lines = await outline(tree);
  const first = lines.indexOf('broken');
  return first === -1 ? [] : lines.slice(first);
}

describe('Bad input', () => {
  it('is named where it stands, and the rest still works', async () => {
    const { tree } = await access();
    await eventually(async () => (await brokenOnes(tree)).length > 10);
    assert.deepEqual(await brokenOnes(tree), [
      'broken',
      '  connections.json can’t be read (line 5).',
      '  “Empty · en-US” can’t be read — empty',
      '  “Folder · en-US” can’t be read — a folder, not a file',
      '  “NotJson · en-US” can’t be read — not valid JSON (line 1)',
      '  Not Registered — 1',
      '    api.example.com — a2582db9 · Basic Auth · 1 node',
      'conflict',
      '  connections.json has merge conflicts (line 5). — Names from before are shown.',
      '  Not Registered — 1',
      '    api.example.com — a2582db9 · Basic Auth · 1 node',
      '  Ours — Basic Auth · no nodes',
      '  Theirs — Basic Auth · no nodes',
      'newer',
      '  connections.json was written by a newer version. — It is shown, not changed.',
      '  Not Registered — 1',
      '    api.example.com — b2582db9 · Basic Auth · 1 node',
      '  From the future — Basic Auth · 1 node',
    ]);
  });

  it('makes no false alarm: what can’t be read is not held against a flow', async () => {
    await access();
    const unreadable = await vscode.workspace.openTextDocument(inBroken('agent/flows/Good/en-US/chart.json'));
    const newer = await vscode.workspace.openTextDocument(
      inBroken('newer/agent/flows/Main/en-US/chart.json'),
    );
    await eventually(() => problemsIn(newer).length > 0);
    assert.deepEqual(problemsIn(newer), [unknown('Warning', 'b')]);
    assert.deepEqual(problemsIn(unreadable), []);
  });

  for (const [path, sentence] of [
    ['.cognigy/connections.json', /^connections\.json can’t be read \(line 5\)\. Nothing was saved/],
    [
      'conflict/.cognigy/connections.json',
      /^connections\.json has merge conflicts \(line 5\)\. Nothing was saved/,
    ],
    [
      'newer/.cognigy/connections.json',
      /^connections\.json was written by a newer version\. Nothing was saved/,
    ],
  ] as const) {
    it(`is never overwritten: ${path}`, async () => {
      const { index, repository } = await access();
      const owner = index.projects.find(
        ({ folder, project }) => folder.index === 2 && project.connectionsPath === path,
      );
      assert.ok(owner);
      const before = await readText(inBroken(path));
      const outcome = await repository.save(owner, connection);
      assert.match(outcome.kind === 'refused' ? outcome.sentence : outcome.kind, sentence);
      assert.equal(await readText(inBroken(path)), before);
    });
  }

  it('keeps the names of a file that breaks while VS Code is open', async () => {
    const { index, tree } = await access();
    const file = inBroken('later/.cognigy/connections.json');
    const chart = inBroken('later/agent/flows/Main/en-US/chart.json');
    await vscode.workspace.fs.copy(inBroken('conflict'), inBroken('later'));
    await index.refresh([file, chart]);
    const conflict = await readText(file);
    await writeText(file, connectionsFile({ digit: 'a', name: 'Before the merge' }));
    await eventually(async () => (await outline(tree)).includes('  Before the merge — Basic Auth · 1 node'));
    await writeText(file, conflict);
    const conflicts = async () => (await outline(tree)).filter((line) => line.includes('merge conflicts'));
    await eventually(async () => (await conflicts()).length === 2);
    assert.ok((await outline(tree)).includes('  Before the merge — Basic Auth · 1 node'));
  });

  it('may be 50 MB large: it is skipped, and said so', async () => {
    const { tree } = await access();
    const file = inBroken('agent/flows/Large/en-US/chart.json');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await vscode.workspace.fs.writeFile(file, new Uint8Array(50 * 1024 * 1024).fill(0x20));
    await eventually(async () => (await outline(tree)).some((line) => line.includes('Large')));
    assert.ok((await outline(tree)).includes('  “Large · en-US” can’t be read — too large to check (50 MB)'));
  });
});

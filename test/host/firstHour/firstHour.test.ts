import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { connectionDrag } from '../../../src/host/tree/connectionDrag';
import type { Confirmation } from '../../../src/core/ports';
import { tellOfParentProject } from '../../../src/host/parentProject';
import { Answers } from '../answers';
import { nodeDisk } from '../nodeDisk';
import {
  acceptUntil,
  access,
  dismissUntil,
  fileUri,
  findItem,
  outline,
  readText,
  tooltipOf,
  eventually,
  writeText,
} from '../support';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`flowConnections.${command}`, ...args);
const id = (digit: string) => `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`;
const item = (digit: string, name: string, type = 'http_basic') => ({
  referenceId: id(digit),
  name,
  extension: '@cognigy/basic-nodes',
  type,
});
const file = fileUri('.cognigy/connections.json');
const output = fileUri('output.txt');

interface Entry {
  readonly name: string;
  readonly type: string;
}

const entries = async () => (JSON.parse(await readText(file)) as { connections: Entry[] }).connections;
const names = async () => (await entries()).map(({ name }) => name);
const exists = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** Writes the connections file as it shall be, and waits until the view knows. */
async function register(...connections: readonly object[]): Promise<void> {
  await writeText(file, JSON.stringify({ version: 1, id: 'x', connections }, undefined, 2));
  const { index } = await access();
  await index.refresh([file]);
}

describe('Register All', () => {
  it('registers all that flows use under proposed names, in one write that leaves the file in order', async () => {
    const { tree } = await access();
    assert.deepEqual(await outline(tree), [
      'Not Registered — 3',
      '  api.example.com — a2582db9 · Basic Auth · 2 nodes',
      '  Find: customer — b2582db9 · Basic Auth · 1 node',
      '  jira.example.com — d2582db9 · Basic Auth · 1 node',
    ]);
    const [group] = await tree.getChildren();
    const done = run('registerAll', group);
    await acceptUntil(() => exists(file));
    await done;
    assert.deepEqual(await names(), ['api.example.com', 'Find customer', 'jira.example.com']);
    assert.deepEqual(await outline(tree), [
      'api.example.com — Basic Auth · 2 nodes',
      'Find customer — Basic Auth · 1 node',
      'jira.example.com — Basic Auth · 1 node',
    ]);
  });

  it('says so when everything is registered', async () => {
    await register(item('a', 'A'), item('b', 'B'), item('d', 'D'));
    const before = await readText(file);
    await dismissUntil(run('registerAll'));
    assert.equal(await readText(file), before);
  });
});

describe('Get Names from Cognigy.AI', () => {
  const answer = (...items: readonly object[]) => JSON.stringify({ items, total: items.length });
  it('registers what a file lists, as PowerShell writes it, with what differs here', async () => {
    await register({ ...item('a', 'Old name'), description: 'Mine', owner: 'ops' });
    const text = `[INFO] listing\r\n${answer(item('a', 'ServiceNow'), item('b', 'Kunden'), item('e', 'Unused'))}\r\n`;
    await vscode.workspace.fs.writeFile(output, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const done = run('getNames', output);
    await acceptUntil(async () => (await names()).length === 3);
    await done;
    assert.deepEqual(await names(), ['Kunden', 'ServiceNow', 'Unused']);
    assert.match(await readText(file), /"description": "Mine",\s+"owner": "ops"/);
  });

  it('reads the clipboard, which it offers first', async () => {
    await vscode.env.clipboard.writeText(answer(item('a', 'ServiceNow')));
    const done = run('getNames');
    await acceptUntil(() => exists(file));
    await done;
    assert.deepEqual(await names(), ['ServiceNow']);
  });

  it('writes nothing when the list of what it would register is closed', async () => {
    await register(item('a', 'Mine'));
    await writeText(output, answer(item('a', 'ServiceNow')));
    const before = await readText(file);
    let isDone = false;
    const done = run('getNames', output).then(() => (isDone = true));
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    await done;
    assert.equal(await readText(file), before);
  });

  it('asks before it registers what may be another project’s', async () => {
    const services = await access();
    const asked: Confirmation[] = [];
    services.confirm = (question) => Promise.resolve(void asked.push(question)).then(() => false);
    await writeText(output, answer(item('e', 'Elsewhere'), item('f', 'Too')));
    await run('getNames', output);
    assert.match(
      asked[0]?.message ?? '',
      /^None of these 2 Connections is used in “.+”\. Are they of another project\?$/,
    );
    assert.equal(await exists(file), false);
  });

  it('changes nothing for what is no list of Connections', async () => {
    await register(item('a', 'Mine'));
    const before = await readText(file);
    const bad = [
      '',
      '<!DOCTYPE html><html></html>',
      answer(item('a', 'A'), item('b', 'B')).slice(0, -30),
      '{"a": 1}',
    ];
    for (const text of bad) {
      await writeText(output, text);
      await dismissUntil(run('getNames', output));
      assert.equal(await readText(file), before, text);
    }
  });

  it('types the command with the project’s ID into a terminal, and leaves Enter to the user', async () => {
    let terminal: vscode.Terminal | undefined;
    const subscription = vscode.window.onDidOpenTerminal((opened) => (terminal = opened));
    const services = await access();
    const answers = new Answers();
    services.ask = answers;
    answers.picked = 'Type the Command into a Terminal';
    await run('getNames');
    await eventually(() => terminal !== undefined);
    subscription.dispose();
    assert.equal(terminal?.name, 'Cognigy.AI');
  });
});

describe('Export as Package', () => {
  const zip = (name: string) => fileUri(`${name}.connections.zip`);
  const read = async (name: string) => unzipSync(await vscode.workspace.fs.readFile(zip(name)));

  beforeEach(() => register({ ...item('a', 'ServiceNow'), description: 'Tickets' }, item('b', 'Jira')));

  async function exported(name: string, command: string, ...args: unknown[]) {
    const done = run(command, ...args);
    await acceptUntil(() => exists(zip(name)));
    await done;
    const files = await read(name);
    // VS Code would ask whether it may be overwritten.
    await vscode.workspace.fs.delete(zip(name));
    return files;
  }

  it('writes the Connections that are selected, and nothing of their credentials', async () => {
    const { tree, vault } = await access();
    const node = await findItem(tree, 'ServiceNow');
    const owner = {
      fileId: 'x',
      referenceId: id('a'),
      extension: '@cognigy/basic-nodes',
      type: 'http_basic',
    };
    const file = node.owner.id;
    await vault.write({ ...owner, file }, { password: { kind: 'replace', value: 'planted-7f3a' } });
    const files = await exported('ServiceNow', 'exportAsPackage', node, [node]);
    assert.deepEqual(Object.keys(files), ['index.json', `connection/${id('a')}`]);
    const text = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    assert.match(text, /"description": "Tickets"/);
    assert.match(text, /"password"/);
    assert.ok(!text.includes('planted-7f3a'));
  });

  it('writes all of a project, and what is chosen from the palette', async () => {
    const { index } = await access();
    const name = index.projects[0]!.project.name;
    for (const command of ['exportAll', 'exportConnections']) {
      const files = await exported(name, command);
      assert.deepEqual(Object.keys(files), ['index.json', `connection/${id('b')}`, `connection/${id('a')}`]);
    }
  });

  it('says so where the file is read-only, and leaves it as it is', async () => {
    const { tree } = await access();
    const node = await findItem(tree, 'ServiceNow');
    const file = zip('ServiceNow');
    await writeText(file, 'mine');
    await chmod(file.fsPath, 0o444);
    try {
      let isDone = false;
      void run('exportAsPackage', node, [node]).then(() => (isDone = true));
      let rounds = 0;
      await acceptUntil(() => isDone || ++rounds > 60);
      assert.ok(!isDone, 'the error is there until it is closed');
      await dismissUntil(eventually(() => isDone));
      assert.equal(await readText(file), 'mine');
    } finally {
      await chmod(file.fsPath, 0o644);
    }
  });

  it('says so for what has no name yet', async () => {
    const { tree } = await access();
    await dismissUntil(run('exportAsPackage', await findItem(tree, 'jira.example.com')));
  });
});

describe('Connections view of a clone', () => {
  it('counts in its badge what is not registered, once there is a connections file', async () => {
    const { tree } = await access();
    await eventually(() => tree.badge === undefined);
    await register(item('a', 'ServiceNow'));
    await eventually(() => tree.badge?.value === 2);
    assert.equal(tree.badge?.tooltip, '2 Connections are not registered');
    await register(item('a', 'ServiceNow', 'http_oauth2'), item('b', 'B'), item('d', 'D'));
    await eventually(() => tree.badge?.value === 1);
    assert.equal(tree.badge.tooltip, '1 Connection is of the wrong type for a node');
    const row = tree.getTreeItem(await findItem(tree, 'ServiceNow'));
    assert.equal(row.description, 'OAuth2 · wrong type in 2 nodes');
    assert.equal((row.iconPath as vscode.ThemeIcon).id, 'warning');
  });

  it('groups by type or Extension, and remembers it', async () => {
    await register(item('a', 'ServiceNow'), item('b', 'Jira', 'http_oauth2'));
    const { tree } = await access();
    await run('groupByType');
    assert.equal(tree.grouping, 'type');
    assert.deepEqual((await outline(tree)).slice(2), [
      'Basic Auth — 1',
      '  ServiceNow — Basic Auth · 2 nodes',
      'OAuth2 — 1',
      '  Jira — OAuth2 · wrong type in 1 node',
    ]);
    await run('groupByExtension');
    assert.equal((await outline(tree))[2], '@cognigy/basic-nodes — 2');
    await run('groupByNone');
    assert.equal((await outline(tree))[2], 'Jira — OAuth2 · wrong type in 1 node');
  });

  it('tells in a tooltip all that is known, with links, and takes names for text', async () => {
    await register({ ...item('a', '$(bug) [x](command:y)'), description: '*Tickets*' });
    const { tree } = await access();
    const node = await findItem(tree, '$(bug) [x](command:y)');
    const lines = tooltipOf(tree, node).split('\n\n');
    assert.deepEqual(lines.slice(0, -1), [
      String.raw`$(account) **\\\$\(bug\) \[x\]\(command\:y\)**`,
      '\\*Tickets\\*',
      'Basic Auth',
      `Reference ID \`${id('a')}\``,
      'No credentials on this machine',
      '2 nodes in 1 flow',
    ]);
    assert.deepEqual(
      [...lines.at(-1)!.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\?/g)].map(([, title, command]) => [
        title,
        command,
      ]),
      [
        ['Edit', 'flowConnections.edit'],
        ['Copy Reference ID', 'flowConnections.copyReferenceId'],
        ['Show Uses', 'flowConnections.showUses'],
      ],
    );
  });

  it('says how many entries have one Reference ID, in the tooltip and before they are deleted (44)', async () => {
    await register(item('a', 'One'), item('b', 'Other'), item('a', 'Two'), item('a', 'Three'));
    const services = await access();
    const node = await findItem(services.tree, 'Three');
    assert.match(
      tooltipOf(services.tree, node),
      /\$\(warning\) 3 entries of the connections file have this Reference ID\. The last one is used\./,
    );
    const answers = new Answers();
    services.ask = answers;
    await run('delete', node);
    assert.match(answers.asked[0]?.detail ?? '', /3 entries of the connections file are deleted\./);
  });

  it('says once that a connections file is above the opened folder', async () => {
    const { index } = await access();
    const above = fileUri('../.cognigy');
    const told = new Map<string, unknown>();
    const state: vscode.Memento = {
      keys: () => [...told.keys()],
      get: <T>(key: string, otherwise?: T) => (told.get(key) ?? otherwise) as T,
      update: (key: string, value: unknown) => Promise.resolve(void told.set(key, value)),
    };
    const ask = new Answers();
    const tell = () => tellOfParentProject({ index, disk: nodeDisk, ask, state });
    await tell();
    assert.deepEqual(ask.told, []);
    await vscode.workspace.fs.createDirectory(above);
    try {
      await tell();
      await tell();
      assert.equal(ask.told.length, 1);
      assert.match(ask.told.join(), /is in its parent folder “.+”, .* \[Open Parent Folder\]$/);
      told.clear();
      await register(item('a', 'One'));
      await tell();
      assert.equal(ask.told.length, 1, 'this folder has a file of its own');
    } finally {
      await vscode.workspace.fs.delete(above, { recursive: true });
    }
  });

  it('copies the IDs of several, one a line, and gives them as text when they are dragged', async () => {
    const { tree } = await access();
    const nodes = [await findItem(tree, 'api.example.com'), await findItem(tree, 'jira.example.com')];
    await run('copyReferenceIds', nodes[0], nodes);
    assert.equal(await vscode.env.clipboard.readText(), `${id('a')}\n${id('d')}`);
    const transfer = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await connectionDrag.handleDrag?.(nodes, transfer, token);
    assert.equal(await transfer.get('text/plain')?.asString(), `${id('a')}\n${id('d')}`);
  });

  it('shows the uses of an item', async () => {
    const { tree } = await access();
    await run('showUsesOf', await findItem(tree, 'api.example.com'));
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/Main/en-US/chart.json'));
  });

  it('says of each Connection who declares it, for its menu', async () => {
    await register(item('a', 'ServiceNow'), { ...item('e', 'Later'), temporary: true });
    const { tree } = await access();
    const context = async (label: string) => tree.getTreeItem(await findItem(tree, label)).contextValue;
    assert.equal(await context('ServiceNow'), 'connection.registered');
    assert.equal(await context('Later'), 'connection.registered.temporary');
  });
});

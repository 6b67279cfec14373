import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import { Answers } from '../answers';
import { access, fileUri, offeredAt, showAt, tabTitles, eventually, writeText } from '../support';
import { after, open, run } from './steps';

const main = 'agent/flows/Main/en-US/chart.json';
const german = 'agent/flows/Main/de-DE/chart.json';
const other = 'agent/flows/Other/en-US/chart.json';
const registered = '.cognigy/connections.json';
const id = (digit: string) => `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`;
const hello = 'aa000000-0000-4000-a000-000000000001';

/** Locations as `file text`, in the order of the files. */
async function shown(locations: readonly (vscode.Location | vscode.LocationLink)[]): Promise<string[]> {
  const lines: string[] = [];
  for (const location of locations) {
    const uri = 'targetUri' in location ? location.targetUri : location.uri;
    const range = 'targetUri' in location ? location.targetRange : location.range;
    const document = await vscode.workspace.openTextDocument(uri);
    lines.push(`${vscode.workspace.asRelativePath(uri)} ${document.getText(range)}`);
  }
  return lines.sort();
}

async function hintsIn(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return hints.map(({ label, position, tooltip }) => {
    const before = document.lineAt(position).text.slice(0, position.character).trim();
    return `${before.slice(0, before.indexOf('"', 1) + 1)}${text(label)} (${text(tooltip)})`;
  });
}

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString[]> {
  const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString);
}

/** Runs a command that asks, and takes the first answer: VS Code does not say when the question is there. */
async function runAndAccept(command: string, ...args: unknown[]): Promise<void> {
  let isDone = false;
  const done = run(command, ...args).then(() => (isDone = true));
  await eventually(async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await done;
}

describe('Reference IDs in flow files', () => {
  it('have the names of their Connections behind them, and what is wrong', async () => {
    assert.deepEqual(await hintsIn(await open(main)), [
      '"basicConnection" ServiceNow (Basic Auth)',
      '"basicConnection" not registered (Basic Auth)',
    ]);
    assert.deepEqual(await hintsIn(await open(other)), ['"basicConnection" ServiceNow (Basic Auth)']);
  });

  it('have them in an earlier version of a file too, with all that can be asked of them', async () => {
    const text = (await vscode.workspace.openTextDocument(fileUri(main))).getText();
    const provider = vscode.workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: () => text,
    });
    try {
      const document = await vscode.workspace.openTextDocument(fileUri(main).with({ scheme: 'earlier' }));
      assert.equal((await hintsIn(document)).length, 2);
      const position = after(document, id('a'), -4);
      const found = await run<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      assert.deepEqual(await shown(found), [`${registered} "${id('a')}"`]);
      assert.match((await hoverAt(document.uri, position))[0]?.value ?? '', /\*\*ServiceNow\*\*/);
      const uses = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
      assert.deepEqual(
        await shown(uses),
        [german, main, other, registered].map((path) => `${path} "${id('a')}"`).sort(),
      );
      const marks = await run<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        position,
      );
      assert.deepEqual(
        marks.map(({ range }) => document.getText(range)),
        [`"${id('a')}"`],
      );
      assert.deepEqual(await run('vscode.executeCodeLensProvider', document.uri), []);
    } finally {
      provider.dispose();
    }
  });

  it('have them in a file that is taken for JSON with comments, and fixes too', async () => {
    const document = await open(main);
    await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
    assert.equal((await hintsIn(document)).length, 2);
    assert.ok((await offeredAt(document, after(document, id('b'), -4))).length > 0);
  });

  it('tell on hover what they name, where else it is used, and what can be done', async () => {
    const document = await open(main);
    const [first] = await hoverAt(document.uri, after(document, id('a'), -4));
    assert.ok(first);
    const lines = first.value.split('\n\n');
    assert.deepEqual(lines.slice(0, 5), [
      '**ServiceNow** · Basic Auth',
      'Ticket system',
      `Reference ID \`${id('a')}\``,
      'No credentials on this machine',
      String.raw`Also used by 1 node in 1 flow: Escalate (Other · en\-US)`,
    ]);
    assert.deepEqual(
      [...(lines[5] ?? '').matchAll(/\[(.*?)\]/g)].map(([, title]) => title),
      ['Edit Connection', 'Copy Reference ID', 'Show Uses'],
    );
    assert.equal(typeof first.isTrusted, 'object');
    const [, command = '', args = ''] = /\(command:([\w.]*copyReferenceId)\?(.*?)\)/.exec(first.value) ?? [];
    await vscode.env.clipboard.writeText('');
    await run(command, ...(JSON.parse(decodeURIComponent(args)) as unknown[]));
    assert.equal(await vscode.env.clipboard.readText(), id('a'));
  });

  it('tell of one that nobody registered what can be done, and of targets and snippets what they are', async () => {
    const document = await open(main);
    const [unknown] = await hoverAt(document.uri, after(document, id('b'), -4));
    assert.match(
      unknown?.value ?? '',
      /isn’t registered in this project\..*Register this Connection….*Choose/s,
    );
    const [target] = await hoverAt(document.uri, after(document, `"node": "${hello}`, -4));
    assert.equal(target?.value, '**Other** ▸ **Hello**');
    const flow = await open(other);
    const [snippet] = await hoverAt(flow.uri, after(flow, '[[snippet-', 4));
    assert.equal(snippet?.value, '**Ticket** · context\n\n`context.ticket`');
  });

  it('lead to the entry of the Connection, to the target, and from a relation to the node', async () => {
    const document = await open(main);
    const definitions = async (position: vscode.Position) =>
      shown(await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, position));
    assert.deepEqual(await definitions(after(document, id('a'), -4)), [`${registered} "${id('a')}"`]);
    assert.deepEqual(await definitions(after(document, `"node": "${hello}`, -4)), [`${other} "Hello"`]);
    assert.deepEqual(await definitions(after(document, '"next": "dd', 3)), [`${main} "Go on"`]);
    assert.deepEqual(await definitions(after(document, '"Get ticket', -3)), []);
  });

  it('are found in all flows and locales, from a flow and from the connections file', async () => {
    const expected = [
      `${german} "${id('a')}"`,
      `${main} "${id('a')}"`,
      `${other} "${id('a')}"`,
      `${registered} "${id('a')}"`,
    ].sort();
    for (const path of [main, registered]) {
      const document = await open(path);
      const position = after(document, id('a'), -4);
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
      assert.deepEqual(await shown(found), expected);
    }
    const document = await open(other);
    const node = after(document, `"referenceId": "${hello}`, -4);
    const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, node);
    assert.equal(found.filter(({ uri }) => uri.path.includes('/Main/')).length, 2);
    const marks = await run<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      node,
    );
    assert.equal(marks.length, 4);
  });

  it('are shown as references by Show Uses', async () => {
    const document = await open(main);
    await showAt(document, after(document, id('a'), -4));
    const [first] = await hoverAt(document.uri, after(document, id('a'), -4));
    const [, args = ''] = /\(command:flowConnections.showUses\?(.*?)\)/.exec(first?.value ?? '') ?? [];
    const { executeCommand } = vscode.commands;
    let listed: readonly vscode.Location[] = [];
    Object.assign(vscode.commands, {
      executeCommand: (command: string, ...rest: unknown[]) => {
        if (command === 'editor.action.showReferences') listed = rest[2] as readonly vscode.Location[];
        return executeCommand(command, ...rest);
      },
    });
    try {
      await run('flowConnections.showUses', ...(JSON.parse(decodeURIComponent(args)) as unknown[]));
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
    assert.deepEqual(await shown(listed), [german, main, other].map((path) => `${path} "${id('a')}"`).sort());
    await run('closeReferenceSearch');
  });

  it('lead to the editor of their Connection', async () => {
    const document = await open(main);
    await showAt(document, after(document, id('a'), -4));
    await run('flowConnections.editConnection');
    await eventually(() => tabTitles().includes('ServiceNow · Basic Auth'));
  });

  it('are offered by name in a field for Connections, and targets by flow and node', async () => {
    const document = await open(main);
    const offered = async (position: vscode.Position) => {
      const list = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items;
    };
    const items = await offered(after(document, `"basicConnection": "${id('b')}`));
    const named = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
    assert.deepEqual(
      named.map(({ label, detail, insertText }) => [label, detail, insertText]),
      [
        ['Draft', 'Basic Auth · temporary', `"${id('c')}"`],
        ['ServiceNow', 'Basic Auth', `"${id('a')}"`],
      ],
    );
    const [create] = items.filter(({ label }) => label === 'New Connection…');
    assert.equal(create?.command?.command, 'flowConnections.newConnection');
    const flows = await offered(after(document, '"flow": "', 2));
    assert.deepEqual(
      flows.filter(({ detail }) => detail === 'Flow').map(({ label }) => label),
      ['Main', 'Other'],
    );
    const nodes = await offered(after(document, `"node": "${hello.slice(0, 3)}`));
    assert.ok(nodes.some(({ label, detail }) => label === 'Hello' && detail === 'say'));
    const auth = await offered(after(document, '"authType": "', 2));
    const choice = auth.find(({ label }) => label === 'oAuth2');
    assert.equal(choice?.command?.command, 'flowConnections.chooseConnection');
  });
});

describe('Rename of a Reference ID', () => {
  it('replaces it in all flows at once, to be undone, and keeps every other byte', async () => {
    const paths = [main, german, other];
    const bytes = async (path: string) => Buffer.from(await vscode.workspace.fs.readFile(fileUri(path)));
    const before = await Promise.all(paths.map(bytes));
    const document = await open(main);
    const position = after(document, id('a'), -4);
    const prepared = await run<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      position,
    );
    assert.equal(prepared.placeholder, 'ServiceNow');
    assert.equal(document.getText(prepared.range), id('a'));
    const edit = await run<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      'Draft',
    );
    assert.equal(edit.entries().length, 3);
    assert.ok(await vscode.workspace.applyEdit(edit));
    // One that is in no editor is closed with its save, and forgets what can be undone.
    const opened: vscode.TextDocument[] = [];
    for (const path of paths) {
      const editor = await vscode.window.showTextDocument(fileUri(path), { preview: false });
      opened.push(editor.document);
    }
    const save = async () => {
      for (const one of opened) assert.ok(await one.save());
    };
    await save();
    for (const [i, path] of paths.entries()) {
      const expected = before[i]?.toString('utf8').replaceAll(id('a'), id('c')) ?? '';
      assert.deepEqual(await bytes(path), Buffer.from(expected), path);
    }
    await vscode.window.showTextDocument(document);
    await run('undo');
    await eventually(() => opened.every((one) => one.getText().includes(id('a'))));
    await save();
    for (const [i, path] of paths.entries()) assert.deepEqual(await bytes(path), before[i], path);
  });

  it('says which files could not be read and may name it as well', async () => {
    const { index } = await access();
    const broken = fileUri('agent/flows/Half/en-US/chart.json');
    await writeText(broken, '{"relations": [');
    await index.refresh([broken]);
    const told: string[] = [];
    const { showWarningMessage } = vscode.window;
    Object.assign(vscode.window, {
      showWarningMessage: (sentence: string) => Promise.resolve(void told.push(sentence)),
    });
    try {
      const document = await open(main);
      const position = after(document, id('a'), -4);
      await run('vscode.executeDocumentRenameProvider', document.uri, position, 'Draft');
      assert.deepEqual(told, [
        'agent/flows/Half/en-US/chart.json could not be read and may name it as well.',
      ]);
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
  });

  it('says why it takes nothing else', async () => {
    const document = await open(main);
    const rename = (name: string) =>
      run('vscode.executeDocumentRenameProvider', document.uri, after(document, id('a'), -4), name);
    await assert.rejects(
      Promise.resolve(rename('Nobody')),
      /No Connection of this project is called “Nobody”/,
    );
    await assert.rejects(Promise.resolve(rename('Jira')), /“Jira” is an OAuth2 Connection/);
    const elsewhere = run('vscode.prepareRename', document.uri, after(document, '"Get ticket', -3));
    await assert.rejects(Promise.resolve(elsewhere), /Put the cursor into the Reference ID/);
  });
});

describe('Choose Connection', () => {
  it('is offered above an empty field that needs one, and puts the chosen one there', async () => {
    const document = await open(main);
    const edit = new vscode.WorkspaceEdit();
    const position = after(document, `"basicConnection": "${id('b')}`);
    edit.delete(document.uri, new vscode.Range(position.translate(0, -36), position));
    await vscode.workspace.applyEdit(edit);
    const emptied = document.getText();
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
    assert.deepEqual(
      lenses.map(({ command, range }) => [command?.title, range.start.line]),
      [['Choose Connection…', position.line]],
    );
    const command = lenses[0]?.command;
    assert.ok(command);
    await runAndAccept(command.command, ...((command.arguments ?? []) as unknown[]));
    assert.equal(
      document.getText(),
      emptied.replace('"basicConnection": ""', `"basicConnection": "${id('c')}"`),
    );
  });

  it('asks for the authentication first from the menu, and None empties the fields', async () => {
    const document = await open(main);
    const text = document.getText();
    await showAt(document, after(document, '"Get ticket', -3));
    await runAndAccept('flowConnections.chooseConnection');
    const changed = text.replace('"authType": "basic"', '"authType": "none"').replace(`"${id('a')}"`, '""');
    assert.equal(document.getText(), changed);
    await run('undo');
    assert.equal(document.getText(), text);
  });

  it('leaves the node as it is until a new Connection is made for it (8.13)', async () => {
    const document = await open(main);
    const text = document.getText();
    await showAt(document, after(document, '"Get ticket', -3));
    const answers = new Answers();
    const picked = ['OAuth2', 'New Connection…'];
    answers.pick = (items) => {
      answers.listed = items;
      const label = picked.shift();
      return Promise.resolve(items.find((item) => item.label === label));
    };
    (await access()).ask = answers;
    await run('flowConnections.chooseConnection');
    assert.deepEqual(picked, []);
    await eventually(() => tabTitles().includes('New Connection · OAuth2'));
    assert.equal(document.getText(), text);
  });

  // What its form makes goes there: the workbench test “a node is inserted”.
  it('stays empty when the editor that was opened for it is closed, whatever else was made meanwhile', async () => {
    const { index, repository } = await access();
    const document = await open(main);
    const text = document.getText();
    const nodeId = /"_id": "(\w+)",\s+"referenceId": "[\w-]+",\s+"type": "httpRequest"/.exec(text)?.[1];
    assert.ok(nodeId);
    const place = { uri: document.uri, address: { node: nodeId }, key: 'basicConnection' };
    await run('flowConnections.newConnection', place);
    await eventually(() => tabTitles().includes('New Connection · Basic Auth'));
    const [owner] = index.projects;
    const referenceId = toReferenceId(id('f'));
    assert.ok(owner && referenceId);
    const type = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
    await repository.save(owner, { ...type, referenceId, name: 'New', isTemporary: false });
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label }) => label === 'New Connection · Basic Auth');
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    // It is in the same queue as what a closed editor would fill in, and comes after it.
    await index.refresh([document.uri]);
    assert.equal(document.getText(), text);
  });
});

describe('Quick fixes of Connections', () => {
  it('choose the nearest, another or none', async () => {
    const document = await open(main);
    const position = after(document, id('b'), -4);
    const offered = (await offeredAt(document, position)).map(({ title }) => title).sort();
    assert.deepEqual(offered, [
      'Change to “Draft”',
      'Change to “ServiceNow”',
      'Choose Connection…',
      'Clear “basicConnection”',
      'New Connection…',
      'Register this Connection…',
    ]);
  });
});

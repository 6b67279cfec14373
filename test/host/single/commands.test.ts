import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import type { Connection } from '../../../src/core/connection/connection';
import {
  access,
  fileUri,
  findItem,
  outline,
  readText,
  showAt,
  tabTitles,
  eventually,
  writeText,
} from '../support';

const id = (digit: string) => `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`;
const copy = (...args: unknown[]) =>
  vscode.commands.executeCommand('flowConnections.copyReferenceId', ...args);

describe('Copy Reference ID', () => {
  beforeEach(async () => {
    await access();
    await vscode.env.clipboard.writeText('');
  });

  it('copies the item it is called on, and several, one a line', async () => {
    const { tree } = await access();
    const orders = await findItem(tree, 'Orders');
    const other = await findItem(tree, 'api.example.com');
    await copy(orders);
    assert.equal(await vscode.env.clipboard.readText(), id('c'));
    await copy(orders, [orders, other]);
    assert.equal(await vscode.env.clipboard.readText(), `${id('c')}\n${id('f')}`);
  });

  it('copies the one under the cursor from the palette', async () => {
    const document = await vscode.workspace.openTextDocument(
      fileUri('clone/agent/flows/Main/en-US/chart.json'),
    );
    await showAt(document, document.positionAt(document.getText().indexOf(id('b')) + 5));
    await copy();
    assert.equal(await vscode.env.clipboard.readText(), id('b'));
  });
});

describe('New Connection', () => {
  it('opens an empty editor in the project that is chosen', async () => {
    await access();
    const isOpen = () => tabTitles().includes('New Connection · Basic Auth');
    const command = vscode.commands.executeCommand('flowConnections.newConnection');
    // Enter does nothing until the pick is there, and VS Code does not say when that is.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOpen();
    });
    await command;
  });
});

describe('Connections file', () => {
  const connection: Connection = {
    referenceId: toReferenceId(id('a'))!,
    name: 'Tickets',
    extension: '@cognigy/basic-nodes',
    type: 'http_basic',
    isTemporary: false,
  };
  const file = fileUri('clone/.cognigy/connections.json');
  const project = async () => {
    const { index, repository } = await access();
    const owner = index.findProject(
      fileUri('').toString().replace(/\/$/, ''),
      'clone/.cognigy/connections.json',
    );
    assert.ok(owner);
    return { repository, owner };
  };

  it('is made beside the agent’s folder with the first Connection, which the view shows at once', async () => {
    const { tree } = await access();
    const { repository, owner } = await project();
    const outcome = await repository.save(owner, connection);
    assert.equal(outcome.kind, 'saved');
    assert.ok((await outline(tree)).includes('  Tickets — Basic Auth · 1 node'));
    assert.match(
      await readText(file),
      /^\{\n {2}"version": 1,\n {2}"id": "[0-9a-f-]{36}",\n {2}"connections": \[\n/,
    );
  });

  it('keeps every byte that is not ours: BOM, CRLF, unknown keys, no newline at the end', async () => {
    const before =
      '\uFEFF{\r\n\t"version": 1,\r\n\t"id": "x",\r\n\t"team": [1,  2],\r\n\t"connections": []\r\n}';
    await writeText(file, before);
    const { repository, owner } = await project();
    await repository.save(owner, connection);
    const entry = `{\r\n\t\t\t"referenceId": "${id('a')}",\r\n\t\t\t"name": "Tickets",\r\n\t\t\t"extension": "@cognigy/basic-nodes",\r\n\t\t\t"type": "http_basic"\r\n\t\t}`;
    const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(file),
    );
    assert.equal(after, before.replace('[]', `[\r\n\t\t${entry}\r\n\t]`));
  });

  it('joins unsaved changes of an open document, and saves nothing', async () => {
    await writeText(file, '{ "version": 1, "id": "x", "connections": [] }');
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 1), ' "mine": true,'));
    const { repository, owner } = await project();
    await repository.save(owner, connection);
    assert.ok(document.isDirty);
    assert.match(document.getText(), /"mine": true.*"Tickets"/s);
    assert.ok(!(await readText(file)).includes('Tickets'));
  });

  it('keeps all of several Connections that are saved at once', async () => {
    const { repository, owner } = await project();
    const digits = ['a', 'b', 'c', 'd'];
    const outcomes = await Promise.all(
      digits.map((digit) =>
        repository.save(owner, { ...connection, referenceId: toReferenceId(id(digit))!, name: digit }),
      ),
    );
    assert.deepEqual(new Set(outcomes.map(({ kind }) => kind)), new Set(['saved']));
    const { connections } = JSON.parse(await readText(file)) as { connections: { name: string }[] };
    assert.deepEqual(
      connections.map(({ name }) => name),
      digits,
    );
  });

  it('is not touched when it is not UTF-8', async () => {
    const before = Uint8Array.from([...new TextEncoder().encode('{"version": 1, "x": "M'), 0xfc, 0x22, 0x7d]);
    await vscode.workspace.fs.writeFile(file, before);
    const { repository, owner } = await project();
    assert.equal((await repository.save(owner, connection)).kind, 'refused');
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(file)), Buffer.from(before));
  });

  it('is not touched while its line endings are mixed', async () => {
    const before = '{\r\n"version": 1,\n"connections": []\n}';
    await writeText(file, before);
    const { repository, owner } = await project();
    const outcome = await repository.save(owner, connection);
    assert.deepEqual(outcome, {
      kind: 'refused',
      sentence: 'connections.json mixes line endings. Choose one, then save again.',
    });
    assert.equal(await readText(file), before);
  });
});

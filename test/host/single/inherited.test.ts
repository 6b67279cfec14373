import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../src/host/startHost';
import { Answers } from '../answers';
import { access, fileUri, offeredAt, tabTitles, eventually, writeText } from '../support';

const folder = 'clone/agent/flows/Inherited';
const here = fileUri(`${folder}/en-US/chart.json`);
const there = fileUri(`${folder}/de-DE/chart.json`);
const german = '959a45d44e6fcf58361ed004';
const digits = (digit: string) => digit.repeat(24);
const unknown = 'c2582db9-2bd7-4a35-94a3-fbbade0a581d';

function chart(url: string): string {
  const node = (digit: string, type: string, config: object) => ({
    _id: digits(digit),
    referenceId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
    type,
    extension: '@cognigy/basic-nodes',
    label: `Shared ${type}`,
    localeReference: german,
    config,
  });
  const relation = (digit: string, next: string | null) => ({
    _id: digits(digit),
    node: digits(digit),
    children: [],
    next: next && digits(next),
  });
  const request = { url, type: 'PSOT', authType: 'basic', basicConnection: unknown };
  const value = {
    relations: [relation('a', 'b'), relation('b', 'c'), relation('c', null)],
    nodes: [node('a', 'start', {}), node('b', 'httpRequest', request), node('c', 'end', {})],
  };
  return JSON.stringify(value, undefined, 2);
}

describe('A change of a node of another locale', () => {
  let services: TestAccess;
  let answers: Answers;

  beforeEach(async () => {
    services = await access();
    await writeText(here, chart('https://here'));
    await writeText(there, chart('https://there'));
    await services.index.refresh([here, there]);
    answers = new Answers();
    services.ask = answers;
  });

  async function open(text: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(here);
    const position = document.positionAt(document.getText().indexOf(text) + 2);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
    return document;
  }

  /** Answers the question where to change it, then those in a row. */
  function answerWith(...labels: readonly string[]): void {
    const left = [...labels];
    answers.pick = <T extends vscode.QuickPickItem>(items: readonly T[]) => {
      const wanted = left.shift();
      return Promise.resolve(items.find(({ label }) => label === wanted));
    };
  }

  const shown = () => vscode.window.activeTextEditor?.document.uri.toString();
  const selected = () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection);
  };

  it('by Choose Connection is made in the owner’s file, which is shown', async () => {
    const document = await open('"Shared httpRequest"');
    answerWith('Change It in de-DE', 'None');
    await vscode.commands.executeCommand('flowConnections.chooseConnection');
    const owner = await vscode.workspace.openTextDocument(there);
    await eventually(() => owner.getText().includes('"authType": "none"'));
    assert.equal(document.isDirty, false);
    assert.equal(shown(), there.toString());
    assert.equal(selected(), '"Shared httpRequest"');
  });

  it('by Insert Node is made in the owner’s file, or here', async () => {
    const document = await open('"Shared httpRequest"');
    answerWith('Change It in de-DE');
    await vscode.commands.executeCommand('flowConnections.insertNode', 'say', '@cognigy/basic-nodes');
    const owner = await vscode.workspace.openTextDocument(there);
    assert.equal(document.isDirty, false);
    assert.ok(owner.getText().includes('"label": "Say"'));
    assert.equal(shown(), there.toString());
    assert.equal(selected(), '"Say"');
    await open('"Shared httpRequest"');
    answerWith('Change It Here');
    await vscode.commands.executeCommand('flowConnections.insertNode', 'say', '@cognigy/basic-nodes');
    assert.ok(document.getText().includes('"label": "Say"'));
  });

  it('by Insert Node is not made when nothing is chosen', async () => {
    const document = await open('"Shared httpRequest"');
    await vscode.commands.executeCommand('flowConnections.insertNode', 'say', '@cognigy/basic-nodes');
    assert.equal(document.isDirty, false);
    assert.deepEqual(
      answers.listed.map(({ label }) => label),
      ['Change It in de-DE', 'Change It Here'],
    );
  });

  it('by New Connection is made in the owner’s file, where its fixes lead too', async () => {
    const document = await open('"Shared httpRequest"');
    const at = document.positionAt(document.getText().indexOf('"PSOT"') + 2);
    const fixes = await offeredAt(document, at);
    assert.ok(fixes.some(({ title }) => title === 'This node belongs to de-DE. Change it there'));
    const unregistered = document.positionAt(document.getText().indexOf(unknown) + 2);
    const create = (await offeredAt(document, unregistered)).find(({ title }) => title === 'New Connection…');
    assert.ok(create?.command);
    answerWith('Change It in de-DE');
    await vscode.commands.executeCommand(
      create.command.command,
      ...((create.command.arguments ?? []) as unknown[]),
    );
    await eventually(() => tabTitles().includes('New Connection · Basic Auth'));
    const isShown = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === there.toString());
    assert.ok(isShown);
  });
});

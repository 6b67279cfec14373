import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { stoppedTimers } from '../quickTimers';
import {
  access,
  codeActionsAt,
  connectionsFile,
  fileUri,
  offeredAt,
  outline,
  problemsIn,
  readText,
  eventually,
  writeText,
} from '../support';

const chart = 'clone/agent/flows/Main/en-US/chart.json';
const id = (digit: string) => `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`;

async function open(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(chart));
  await vscode.window.showTextDocument(document);
  await eventually(() => problemsIn(document).length === 2);
  return document;
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)),
    to,
  );
  await vscode.workspace.applyEdit(edit);
}

function at(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + 1);
}

/** Counts the calls of a method until it is stopped. */
function countCalls(holder: Record<string, unknown>, name: string): { stop: () => number } {
  const original = holder[name];
  assert.ok(typeof original === 'function', name);
  let calls = 0;
  holder[name] = function (this: unknown, ...args: unknown[]): unknown {
    calls++;
    return Reflect.apply(original, this, args) as unknown;
  };
  return {
    stop: () => {
      holder[name] = original;
      return calls;
    },
  };
}

describe('Quick fixes', () => {
  it('change exactly the value at fault, and the problem goes', async () => {
    const document = await open();
    await replace(document, '"oAuth2Connection": ""', `"oAuth2Connection": "${id('c')}"`);
    await eventually(() => problemsIn(document).some((problem) => problem.includes('connection-stale')));
    const damaged = document.getText();
    const [clear] = await offeredAt(document, at(document, `"${id('c')}"`));
    assert.equal(clear?.title, 'Clear “oAuth2Connection”, which is not used');
    assert.equal(clear.isPreferred, false, 'what deletes a Reference ID is for the user to choose');
    assert.ok(clear.edit && (await vscode.workspace.applyEdit(clear.edit)));
    assert.equal(document.getText(), damaged.replace(id('c'), ''));
    await eventually(() => !problemsIn(document).some((problem) => problem.includes('connection-stale')));
  });

  it('are there for what was typed a moment ago, when somebody asks for them', async () => {
    const document = await open();
    const services = await access();
    // No time passes, so nothing is judged but for who asks.
    const stopped = stoppedTimers(services.timers);
    services.timers = stopped;
    try {
      await replace(document, '"oAuth2Connection": ""', `"oAuth2Connection": "${id('c')}"`);
      const [clear] = await codeActionsAt(document, at(document, `"${id('c')}"`));
      assert.equal(clear?.title, 'Clear “oAuth2Connection”, which is not used');
    } finally {
      stopped.goOn();
    }
  });

  it('are offered for what is wrong, and no more once it is right', async () => {
    const document = await open();
    await replace(document, `"${id('a')}"`, '"Bearer 0123456789abcdef"');
    await eventually(() => problemsIn(document).some((problem) => problem.includes('connection-malformed')));
    const offered = await offeredAt(document, at(document, '"Bearer 0123456789abcdef"'));
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Clear “basicConnection”', 'Choose Connection…', 'New Connection…'],
    );
    await replace(document, '"Bearer 0123456789abcdef"', `"${id('a')}"`);
    await eventually(() => !problemsIn(document).some((problem) => problem.includes('connection-malformed')));
    // It is an ID that can be registered now, and what was wrong before could not.
    const titles = async () =>
      (await codeActionsAt(document, at(document, `"${id('a')}"`))).map(({ title }) => title);
    await eventually(async () => (await titles()).includes('Register this Connection…'));
  });

  it('mend all that is certain at once, and delete no Reference ID', async () => {
    const document = await open();
    await replace(document, '"oAuth2Connection": ""', `"oAuth2Connection": "${id('c')}"`);
    await replace(document, '"type": "GET"', '"type": "GTE"');
    await replace(document, '"type": "GET"', '"type": "GTE"');
    await eventually(
      () => problemsIn(document).filter((problem) => problem.includes('config-enum')).length === 2,
    );
    const damaged = document.getText();
    const [all] = await offeredAt(document, at(document, '"nodes"'), vscode.CodeActionKind.SourceFixAll);
    assert.ok(all?.edit && (await vscode.workspace.applyEdit(all.edit)));
    assert.equal(document.getText(), damaged.replaceAll('GTE', 'GET'));
  });

  it('lead from a node that belongs to another locale to where it can be changed', async () => {
    const document = await vscode.workspace.openTextDocument(
      fileUri('clone/agent/flows/Main/de-DE/chart.json'),
    );
    await vscode.window.showTextDocument(document);
    await replace(document, 'https://', 'http://');
    // Not what is shown: that may be of the text before.
    const [action] = await offeredAt(document, at(document, '"Get ticket"'));
    assert.equal(action?.title, 'This node belongs to en-US. Change it there');
    const { command } = action;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), fileUri(chart).toString());
    assert.equal(editor.document.getText(editor.selection), '"Get ticket"');
  });

  it('offer to register an ID, under the name that the same node used before', async () => {
    const { tree } = await access();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
        cwd: fileUri('').fsPath,
      });
    git('init', '--quiet');
    git('add', chart);
    git('commit', '--quiet', '-m', 'one');
    const file = fileUri('clone/.cognigy/connections.json');
    await writeText(file, connectionsFile({ digit: 'a', name: 'Tickets' }, { digit: 'b', name: 'Closing' }));
    const api = (await vscode.extensions.getExtension('vscode.git')?.activate()) as {
      getAPI(version: 1): {
        openRepository(root: vscode.Uri): Promise<unknown>;
        getRepository(uri: vscode.Uri): object;
      };
    };
    const repositories = api.getAPI(1);
    await repositories.openRepository(fileUri(''));
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    await vscode.window.showTextDocument(document);
    await eventually(async () => (await outline(tree)).includes('  Tickets — Basic Auth · 1 node'));
    await replace(document, id('a'), id('c'));
    await eventually(() => problemsIn(document).length === 1);
    // What can be registered is what the view lists, which hears of it a moment later.
    await eventually(async () => (await outline(tree)).some((line) => line.includes('c2582db9')));
    const ofGit = Object.getPrototypeOf(repositories.getRepository(fileUri(chart))) as Record<
      string,
      unknown
    >;
    const shows = countCalls(ofGit, 'show');
    const actions = await offeredAt(document, at(document, `"${id('c')}"`));
    for (const shift of [2, 3, 4]) {
      await offeredAt(document, at(document, `"${id('c')}"`).translate(0, shift));
    }
    assert.equal(shows.stop(), 1, 'the last commit is read once, not whenever the cursor moves');
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Register as “Tickets”: the same nodes used it before',
        'Register this Connection…',
        'Change to “Tickets”',
        'Change to “Closing”',
        'Clear “basicConnection”',
        'Choose Connection…',
        'New Connection…',
      ],
    );
    const command = actions.find(({ title }) => title.startsWith('Register as'))?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    await eventually(() => problemsIn(document).length === 0);
    assert.match(await readText(file), new RegExp(`"referenceId": "${id('c')}",\\s+"name": "Tickets"`));
  });
});

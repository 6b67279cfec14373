import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
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

const chart = 'clone/agent/flows/Main/en-US/chart.json';

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

describe('Diagnostics', () => {
  for (const [path, expected] of [
    [chart, [unknown('Hint', 'a'), unknown('Hint', 'b')]],
    ['embedded/agent/flows/Main/chart/chart.json', [unknown('Warning', 'd')]],
    ['package/nodeData/589f2376ee2c18afc70b92a2', [unknown('Hint', 'e')]],
    ['hand/weather.flow.json', [unknown('Hint', 'f')]],
  ] as const) {
    it(`mark exactly the Reference ID in ${path}`, async () => {
      const document = await open(path);
      await eventually(() => isDeepStrictEqual(problemsIn(document), expected));
    });
  }

  it('say the shape of a closed file, and leave it to VS Code once it is open; of push, in the files beside charts', async () => {
    const uri = fileUri('odd/x.flow.json');
    const messages = () => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    await writeText(uri, '{"relations": [], "nodes": [{"_id": "0e1f3107e2efcee4040b4fe3", "type": 5}]}');
    await eventually(() => messages().includes('“type” must be a string.'));
    await open('odd/x.flow.json');
    await eventually(
      () =>
        messages().some((message) => message.startsWith('Incorrect type.')) &&
        !messages().includes('“type” must be a string.'),
      () => messages().join(),
    );
    const intents = fileUri('clone/agent/flows/Main/en-US/intents.json');
    const sound = await readText(intents);
    await writeText(intents, '[');
    await eventually(() =>
      vscode.languages.getDiagnostics(intents).some(({ message }) => message.includes('push')),
    );
    await writeText(intents, sound);
    await eventually(() => vscode.languages.getDiagnostics(intents).length === 0);
  });

  it('follow what is typed', async () => {
    const document = await open(chart);
    await eventually(() => problemsIn(document).length === 2);
    const start = document.getText().indexOf('b2582db9');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(start + 36)),
      '',
    );
    await vscode.workspace.applyEdit(edit);
    const expected = [unknown('Hint', 'a'), 'Warning connection-missing ""'];
    await eventually(() => isDeepStrictEqual(problemsIn(document), expected));
  });

  it('go the moment the Connection is declared, on disk or in an open document, and come back', async () => {
    const { tree } = await access();
    const document = await open(chart);
    await eventually(() => problemsIn(document).length === 2);
    const file = fileUri('clone/.cognigy/connections.json');
    await writeText(file, connectionsFile({ digit: 'a', name: 'Tickets' }));
    await eventually(() => problemsIn(document).length === 1);
    assert.deepEqual(problemsIn(document), [unknown('Warning', 'b')], 'a warning, now that names are given');
    assert.ok((await outline(tree)).includes('  Tickets — Basic Auth · 1 node'));

    const connections = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, connections.lineCount, 0);
    edit.replace(
      file,
      whole,
      connectionsFile({ digit: 'a', name: 'Tickets' }, { digit: 'b', name: 'Closing' }),
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(() => problemsIn(document).length === 0);
    assert.ok(connections.isDirty, 'unsaved, and counts all the same');

    await vscode.window.showTextDocument(connections);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(fileUri('clone/.cognigy'), { recursive: true });
    await eventually(() => problemsIn(document).length === 2);
    assert.deepEqual(problemsIn(document), [unknown('Hint', 'a'), unknown('Hint', 'b')]);
  });

  it('come to files that the setting flowFiles names, and go with it; a bad glob breaks nothing', async () => {
    const { tree } = await access();
    const file = fileUri('elsewhere/tickets.json');
    await writeText(file, await readText(fileUri('hand/weather.flow.json')));
    const document = await open('elsewhere/tickets.json');
    const settings = vscode.workspace.getConfiguration('flowConnections');
    await settings.update('flowFiles', ['/bad', 'elsewhere/*.json'], vscode.ConfigurationTarget.Workspace);
    await eventually(() => isDeepStrictEqual(problemsIn(document), [unknown('Hint', 'f')]));
    assert.ok((await outline(tree)).includes('elsewhere'));
    await settings.update('flowFiles', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => problemsIn(document).length === 0);
    assert.ok(!(await outline(tree)).includes('elsewhere'));
  });

  it('lead to their section of the docs', async () => {
    const document = await open(chart);
    await eventually(() => problemsIn(document).length === 2);
    const code = vscode.languages.getDiagnostics(document.uri)[0]?.code;
    assert.ok(typeof code === 'object');
    // Goes through the opener that a click on the code goes through, which runs no commands.
    await vscode.commands.executeCommand('vscode.open', code.target);
    await eventually(
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/docs/problems.md') ?? false,
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await eventually(() => editor.selection.active.line > 0);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '## connection-unknown');
  });

  it('leave other files alone', async () => {
    const document = await open('package/index.json');
    const flow = await open(chart);
    await eventually(() => problemsIn(flow).length === 2);
    assert.deepEqual(problemsIn(document), []);
  });

  it('see flows and names that come or go with a whole folder, whatever it is called', async () => {
    const { tree } = await access();
    const from = fileUri('clone');
    const to = fileUri('clone.v2.prod');
    await vscode.workspace.fs.rename(from, to);
    await eventually(async () => (await outline(tree)).includes('clone.v2.prod'));
    assert.ok(!(await outline(tree)).includes('clone'));
    await vscode.workspace.fs.rename(to, from);
    await eventually(async () => (await outline(tree)).includes('clone'));
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, eventually, writeText } from '../support';

const id = '589f2376ee2c18afc70b92a2';

const flows = [
  ['clone/agent/flows/Main/en-US/chart.json', '"isDisabled"', /Whether execution skips the node/],
  ['embedded/agent/flows/Main/chart/chart.json', '"_data"', /A node of the flow/],
  ['hand/weather.flow.json', '"nodes"', /The flow's nodes/],
] as const;

/** What VS Code shows over the first place where a text stands. */
async function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

describe('VS Code’s JSON', () => {
  const connections = fileUri('json/.cognigy/connections.sales.json');
  const validation = fileUri('json/.cognigy/validation.json');

  for (const [path, key, expected] of flows) {
    it(`knows our schema in ${path}`, async () => {
      const document = await vscode.workspace.openTextDocument(fileUri(path));
      // The service starts with the first JSON document, and answers nothing before.
      await eventually(async () => expected.test(await hoverOver(document, key)));
    });
  }

  it('knows our schemas in the folder .cognigy', async () => {
    await writeText(connections, '{ "version": 1, "connections": [] }');
    const { document } = await vscode.window.showTextDocument(connections);
    await eventually(async () => (await hoverOver(document, '"version"')).includes('version of this format'));
  });

  it('says which settings of rules do nothing, and has nothing to say against flows', async () => {
    const files = [...flows.map(([path]) => fileUri(path)), fileUri(`package/nodeData/${id}`)];
    for (const file of files) await vscode.window.showTextDocument(file, { preview: false });
    // Opened last, so that what there is to say of the others has been said.
    await writeText(validation, '{ "rules": { "cycle": "loud" } }');
    await vscode.window.showTextDocument(validation);
    const messages = (file: vscode.Uri) =>
      vscode.languages
        .getDiagnostics(file)
        .filter(({ source }) => source !== 'Flow Connections')
        .map(({ message }) => message);
    // Ours say something else of it, and may be there first.
    await eventually(() => messages(validation).length > 0);
    assert.deepEqual(messages(validation), ['The value must be error, warning, info, hint, or off.']);
    assert.deepEqual(files.flatMap(messages), []);
  });

  it('takes the files of an unzipped package for JSON, and no others without a suffix', async () => {
    for (const [path, language] of [
      [`nodeData/${id}`, 'json'],
      [`chart/${id}`, 'json'],
      [`flow/${id}`, 'json'],
      [`connection/${id}`, 'json'],
      [`locale/${id}`, 'json'],
      ['chart/readme', 'plaintext'],
      [`chart/${id}0`, 'plaintext'],
      [`chart/${id.slice(1)}`, 'plaintext'],
      [`chart/${id.slice(1)}g`, 'plaintext'],
      [`chart/deeper/${id}`, 'plaintext'],
      [`other/${id}`, 'plaintext'],
      [id, 'plaintext'],
    ] as const) {
      const uri = fileUri(`suffixless/${path}`);
      // VS Code also looks at a first line; this one tells it nothing.
      await writeText(uri, '\n{}');
      assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, language, path);
    }
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../src/host/startHost';
import { Answers } from '../answers';
import { access, applyEdit, fileUri, readText, showAt, tabTitles, eventually, writeText } from '../support';

const nodeId = (digit: string) => digit.repeat(24);
const node = (digit: string, label: string, type: string, config: string) =>
  `    {"_id": "${nodeId(digit)}", "type": "${type}", "extension": "@cognigy/basic-nodes", "label": "${label}",\r\n     "config": ${config}}`;
const sum = node('a', 'Sum', 'code', String.raw`{"code": "// caf\u00e9 \/\r\nreturn 1;\r\n", "x": 1}`);
const post = node(
  'b',
  'Post',
  'httpRequest',
  String.raw`{"payloadJSON": "{\"a\": 1}", "payloadText": "plain"}`,
);
const page = node('c', 'Page', 'setHTMLAppState', '{"html": "<p>Hi</p>"}');
const flowText = `{\r\n  "nodes": [\r\n${[sum, post, page].join(',\r\n')}\r\n  ]\r\n}\r\n`;

const command = (id: string) => vscode.commands.executeCommand(id);
const save = () => command('workbench.action.files.save');

/** A file of its own for each test: VS Code may be about to read once more what the one before has saved. */
let flow: vscode.Uri;
let flows = 0;

async function open(text: string, file = flow): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(file);
  await showAt(document, document.positionAt(document.getText().indexOf(text) + 1));
  await command('flowConnections.editInOwnEditor');
  return active();
}

function active(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

/** An edit is refused while VS Code reads a document anew. */
async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  await eventually(async () => {
    const start = document.getText().indexOf(before);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
    return start >= 0 && (await editor.edit((edit) => edit.replace(range, after)));
  });
}

/** Changes the flow's document as someone who types in it, and leaves it unsaved. */
async function typeInFlow(before: string, after: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(flow);
  await applyEdit(() => {
    const start = document.getText().indexOf(before);
    if (start < 0) return undefined;
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
    edit.replace(flow, range, after);
    return edit;
  });
  return document;
}

describe('Edit in Its Own Editor', () => {
  beforeEach(async () => {
    await access();
    flow = fileUri(`parts/${++flows}.flow.json`);
    await writeText(flow, flowText);
  });
  afterEach(() => vscode.workspace.getConfiguration('files').update('insertFinalNewline', undefined, true));

  it('opens the text under the cursor by its node’s name, in its language', async () => {
    const code = await open('return 1');
    assert.equal(code.document.languageId, 'javascript');
    assert.equal(code.document.getText(), '// café /\r\nreturn 1;\r\n');
    const json = await open('payloadJSON');
    assert.equal(json.document.languageId, 'json');
    assert.equal(json.document.getText(), '{"a": 1}');
    assert.equal((await open('plain"')).document.languageId, 'plaintext');
    assert.equal((await open('<p>')).document.languageId, 'html');
    for (const title of ['Sum · code.js', 'Post · payloadJSON.json', 'Page · html.html']) {
      assert.ok(tabTitles().includes(title), title);
    }
  });

  it('opens the same editor again, and none where there is no text', async () => {
    const first = await open('return 1');
    const again = await open('"code":');
    assert.equal(again.document.uri.toString(), first.document.uri.toString());
    const none = await open('"nodes"');
    assert.equal(none.document.uri.toString(), flow.toString());
  });

  it('saves only what changed into the file, which nobody was changing', async () => {
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'const s = "ü";\r\nreturn s;');
    await save();
    assert.ok(!editor.document.isDirty);
    const expected = flowText.replace('return 1;', String.raw`const s = \"\u00fc\";\r\nreturn s;`);
    assert.equal(await readText(flow), expected);
    await save();
    assert.equal(await readText(flow), expected);
    await replace(editor, 'return s;', 'return "b" + s;');
    await save();
    assert.equal(await readText(flow), expected.replace('return s;', String.raw`return \"b\" + s;`));
  });

  it('leaves a file unsaved that had unsaved changes', async () => {
    const editor = await open('return 1');
    const document = await typeInFlow('"x": 1', '"x": 2');
    await replace(editor, 'return 1;', 'return 2;');
    await save();
    assert.ok(!editor.document.isDirty && document.isDirty);
    const expected = flowText.replace('"x": 1', '"x": 2').replace('return 1;', 'return 2;');
    assert.equal(document.getText(), expected);
    assert.equal(await readText(flow), flowText);
    await document.save();
    assert.equal(await readText(flow), expected);
  });

  it('changes nothing when nothing was changed', async () => {
    const editor = await open('return 1');
    await replace(editor, '1', '2');
    await replace(editor, '2', '1');
    await save();
    assert.ok(!editor.document.isDirty);
    assert.equal(await readText(flow), flowText);
  });

  it('saves several texts of a file at once', async () => {
    await replace(await open('return 1'), '1', '2');
    await replace(await open('payloadJSON'), '1', '2');
    await replace(await open('<p>'), 'Hi', 'Ho');
    await command('workbench.action.files.saveAll');
    const expected = flowText
      .replace('return 1', 'return 2')
      .replace('a\\": 1', 'a\\": 2')
      .replace('Hi', 'Ho');
    await eventually(async () => (await readText(flow)) === expected);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('follows the flow file, in its document and on disk', async () => {
    const editor = await open('return 1');
    await typeInFlow('return 1;', 'return 2;');
    await eventually(() => editor.document.getText().includes('return 2;'));
    assert.ok(!editor.document.isDirty);
    await typeInFlow('"nodes": [', '"nodes": [{"_id": "x"}, {');
    await typeInFlow('[{"_id": "x"}, {', '[{"_id": "x"},');
    await typeInFlow('return 2;', 'return 3;');
    await eventually(() => editor.document.getText().includes('return 3;'));
    await (await vscode.workspace.openTextDocument(flow)).save();
    await writeText(flow, flowText.replace('return 1;', 'return 4;'));
    await eventually(() => editor.document.getText().includes('return 4;'));
  });

  it('does not overwrite what was changed meanwhile', async () => {
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return mine;');
    const document = await typeInFlow('return 1;', 'return theirs;');
    await save();
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /mine/);
    assert.match(document.getText(), /theirs/);
  });

  it('loses nothing when the node is gone, and goes on when it is back', async () => {
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return mine;');
    const document = await typeInFlow(`${sum},`, '');
    await save();
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /mine/);
    assert.doesNotMatch(document.getText(), /mine/);
    await typeInFlow('"nodes": [', `"nodes": [${sum},`);
    await save();
    assert.match(document.getText(), /return mine;/);
  });

  it('saves nothing into a file that is broken there, and loses nothing', async () => {
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return mine;');
    const document = await typeInFlow('"x": 1', '"x": [');
    await save();
    assert.ok(editor.document.isDirty);
    await typeInFlow('"x": [', '"x": 1');
    await save();
    assert.match(document.getText(), /return mine;/);
  });

  it('adds no line that only VS Code’s setting for files wants', async () => {
    await vscode.workspace.getConfiguration('files').update('insertFinalNewline', true, true);
    const editor = await open('plain"');
    await replace(editor, 'plain', 'other');
    await save();
    assert.equal(await readText(flow), flowText.replace('"plain"', '"other"'));
  });

  it('keeps line endings that are mixed', async () => {
    const mixed = flowText.replace('\r\n', '\n');
    await writeText(flow, mixed);
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return 2;');
    await save();
    assert.equal(await readText(flow), mixed.replace('return 1;', 'return 2;'));
  });

  it('writes to no file that is not UTF-8', async () => {
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return mine;');
    const bytes = Buffer.from(flowText.replace('plain', 'Gr\u00fcn'), 'latin1');
    await vscode.workspace.fs.writeFile(flow, bytes);
    await save();
    assert.ok(editor.document.isDirty);
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(flow)), bytes);
  });

  it('gives the file’s document the change too', async () => {
    const document = await vscode.workspace.openTextDocument(flow);
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return 2;');
    await save();
    await eventually(() => document.getText().includes('return 2;'));
    assert.ok(!document.isDirty);
  });

  it('keeps a byte order mark', async () => {
    await writeText(flow, `\uFEFF${flowText}`);
    const editor = await open('return 1');
    await replace(editor, 'return 1;', 'return 2;');
    await save();
    const bytes = await vscode.workspace.fs.readFile(flow);
    const expected = `\uFEFF${flowText.replace('return 1;', 'return 2;')}`;
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), expected);
  });
});

describe('A node of another locale', () => {
  const folder = 'clone/agent/flows/Owned';
  const german = '959a45d44e6fcf58361ed004';
  const chartOf = (code: string) =>
    `{"relations": [], "nodes": [{"_id": "${nodeId('d')}", "type": "code", "extension": "@cognigy/basic-nodes", "label": "Shared", "localeReference": "${german}", "config": {"code": "${code}"}}]}`;
  const english = fileUri(`${folder}/en-US/chart.json`);

  let services: TestAccess;

  beforeEach(async () => {
    services = await access();
    const { index } = services;
    await writeText(english, chartOf('here()'));
    await writeText(fileUri(`${folder}/de-DE/chart.json`), chartOf('there()'));
    await index.refresh([english, fileUri(`${folder}/de-DE/chart.json`)]);
  });
  const openWith = async (answer: string | undefined) => {
    const answers = new Answers();
    answers.picked = answer;
    services.ask = answers;
    const { document } = await open('here()', english);
    assert.deepEqual(
      answers.listed.map(({ label }) => label),
      ['Open de-DE', 'Edit Here'],
    );
    return document;
  };

  it('opens in the file that owns it', async () => {
    const document = await openWith('Open de-DE');
    assert.equal(document.getText(), 'there()');
    assert.equal(document.uri.path, '/Owned/de-DE/Shared · code.js');
  });

  it('opens where it is, when that is wanted', async () => {
    const document = await openWith('Edit Here');
    assert.equal(document.getText(), 'here()');
  });

  it('does not open when nothing is chosen', async () => {
    const document = await openWith(undefined);
    assert.equal(document.uri.toString(), english.toString());
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, writeText } from '../support';

const chart = 'clone/agent/flows/Main/en-US/chart.json';

/** The place right before or after the first occurrence of a text. */
function placeOf(document: vscode.TextDocument, text: string, shift = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + shift);
}

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function offeredAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('Language features', () => {
  for (const path of [
    chart,
    'embedded/agent/flows/Main/chart/chart.json',
    'package/nodeData/589f2376ee2c18afc70b92a2',
    'hand/weather.flow.json',
  ]) {
    it(`tell what the keys of a node’s config are in ${path}`, async () => {
      const document = await vscode.workspace.openTextDocument(fileUri(path));
      const text = await hoverAt(document.uri, placeOf(document, '"basicConnection"', 2));
      assert.match(text, /Counts only while `authType` is `basic`/);
      const type = await hoverAt(document.uri, placeOf(document, '"httpRequest"', 2));
      assert.match(type, /\*\*HTTP Request\*\* · `@cognigy\/basic-nodes`/);
    });
  }

  it('tell it in an earlier version of a file too, as Git shows it in a diff', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(chart)));
    const provider = vscode.workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: () => text,
    });
    try {
      const document = await vscode.workspace.openTextDocument(fileUri(chart).with({ scheme: 'earlier' }));
      assert.match(
        await hoverAt(document.uri, placeOf(document, '"basicConnection"', 2)),
        /Counts only while/,
      );
    } finally {
      provider.dispose();
    }
  });

  it('offer config keys, and insert one with the comma that it needs', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    const editor = await vscode.window.showTextDocument(document);
    const position = placeOf(document, '"type": "GET"', -1);
    const offers = await offeredAt(document.uri, position);
    const async = offers.filter((item) => labelOf(item) === 'async');
    assert.equal(async.length, 1);
    assert.equal(offers.filter((item) => labelOf(item) === 'url').length, 0);
    const [offer] = async;
    assert.ok(offer?.insertText instanceof vscode.SnippetString);
    assert.ok(offer.range instanceof vscode.Range);
    assert.equal(offer.insertText.value, '"async": ${1|false,true|},');
    await editor.insertSnippet(offer.insertText, offer.range);
    const { nodes } = JSON.parse(document.getText()) as { nodes: { config: Record<string, unknown> }[] };
    assert.deepEqual(Object.keys(nodes[1]?.config ?? {}).slice(0, 2), ['async', 'type']);
    assert.equal(nodes[1]?.config.async, false);
  });

  it('offer choices and node types in the place of the string that is there', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    const choices = await offeredAt(document.uri, placeOf(document, '"GET"', 1));
    const post = choices.find((item) => labelOf(item) === 'POST');
    assert.ok(post?.range instanceof vscode.Range);
    assert.equal(document.getText(post.range), '"GET"');
    assert.equal(post.insertText, '"POST"');
    const types = await offeredAt(document.uri, placeOf(document, '"start"', 1));
    const say = types.find((item) => labelOf(item) === 'say');
    assert.equal(say?.detail, 'Say · @cognigy/basic-nodes');
    assert.match((say.documentation as vscode.MarkdownString).value, /Sends the user a message/);
  });

  it('are silent in other files', async () => {
    const other = fileUri('language/other.json');
    try {
      const node = { type: 'say', extension: '@cognigy/basic-nodes', config: { say: 1 } };
      await writeText(other, JSON.stringify({ relations: [], nodes: [node] }));
      const document = await vscode.workspace.openTextDocument(other);
      assert.equal(await hoverAt(other, placeOf(document, '"say":1', 2)), '');
      const offers = await offeredAt(other, placeOf(document, '"say":1'));
      assert.ok(!offers.some((item) => labelOf(item) === 'handoverOutput'));
    } finally {
      await vscode.workspace.fs.delete(fileUri('language'), { recursive: true });
    }
  });
});

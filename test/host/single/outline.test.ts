import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, eventually } from '../support';

const chart = 'clone/agent/flows/Main/en-US/chart.json';

async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  // Those of VS Code's JSON support are of properties, keys included.
  return symbols.filter(({ range }) => document.getText(range).startsWith('{'));
}

describe('Outline and folding', () => {
  it('list the nodes in file order, their labels selected', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name, detail }) => `${name}: ${detail}`),
      ['Start: Start', 'Get ticket: HTTP Request', 'Close ticket: HTTP Request', 'End: End'],
    );
    const [, ticket] = symbols;
    assert.ok(ticket);
    assert.equal(document.getText(ticket.selectionRange), '"Get ticket"');
    assert.match(document.getText(ticket.range), /^\{\s*"_id": "fc9d0fec585605ad474fee6b"[^]*\}$/);
  });

  it('list the one node of a package’s file', async () => {
    const path = 'package/nodeData/589f2376ee2c18afc70b92a2';
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    assert.deepEqual(
      (await symbolsOf(document)).map(({ name, detail }) => `${name}: ${detail}`),
      ['Get invoice: HTTP Request'],
    );
  });

  it('make nodes and relations regions, and leave all other brackets to fold as before', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    const foldsOf = async () =>
      vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
    const lineOf = (text: string) => document.positionAt(document.getText().indexOf(text)).line;
    const isAt = (line: number) => (fold: vscode.FoldingRange) => fold.start === line;
    // The JSON service answers nothing before it has started.
    await eventually(async () => (await foldsOf()).some(isAt(lineOf('"config": {\n'))));
    const folds = await foldsOf();
    const node = folds.filter(isAt(lineOf('"_id": "fc9d0fec585605ad474fee6b"') - 1));
    assert.deepEqual(
      node.map(({ kind }) => kind),
      [vscode.FoldingRangeKind.Region],
    );
    assert.match(document.lineAt((node[0]?.end ?? 0) + 1).text, /^ {8}\},$/);
    const relation = folds.filter(isAt(lineOf('"children": []') - 1));
    assert.deepEqual(
      relation.map(({ kind }) => kind),
      [vscode.FoldingRangeKind.Region],
    );
    for (const text of ['{', '"relations": [', '"nodes": [', '"config": {\n']) {
      const [fold] = folds.filter(isAt(lineOf(text)));
      assert.ok(fold && fold.kind === undefined, text);
    }
    assert.equal(new Set(folds.map(({ start }) => start)).size, folds.length);
  });
});

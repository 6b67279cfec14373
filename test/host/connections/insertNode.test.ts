import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Answers } from '../answers';
import { access, fileUri, showAt, writeText } from '../support';
import { after, open, run } from './steps';

const other = 'agent/flows/Other/en-US/chart.json';

describe('Insert Node', () => {
  it('puts a node with its branches after the one under the cursor, and shows it', async () => {
    const document = await open(other);
    const text = document.getText();
    await showAt(document, after(document, '"Hello', -2));
    await run('flowConnections.insertNode', 'if', '@cognigy/basic-nodes');
    const { nodes, relations } = JSON.parse(document.getText()) as {
      nodes: { _id: string; type: string }[];
      relations: { node: string; children: string[]; next: string | null }[];
    };
    assert.deepEqual(
      nodes.map(({ type }) => type),
      ['start', 'say', 'if', 'then', 'else', 'httpRequest', 'end'],
    );
    const [, say, made] = relations;
    assert.equal(say?.next, made?.node);
    assert.equal(made?.children.length, 2);
    assert.equal(made.next, nodes[5]?._id);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '"If"');
    await run('undo');
    assert.equal(document.getText(), text);
  });

  it('lists types by function, those of public Extensions last with the names of their Extensions', async () => {
    const services = await access();
    const answers = new Answers();
    services.ask = answers;
    const document = await open(other);
    await showAt(document, after(document, '"Hello', -2));
    await run('flowConnections.insertNode');
    const rows = answers.listed.map(({ label, description }) => [label, description ?? '']);
    const last = answers.listed.findLastIndex(({ kind }) => kind === vscode.QuickPickItemKind.Separator);
    assert.equal(rows[last]?.[0], 'Extensions');
    assert.ok(rows.slice(last).some(([label, extension]) => label === 'sendSMS' && extension === '8x8'));
    assert.ok(
      rows.slice(0, last).some(([label, type]) => label === 'HTTP Request' && type === 'httpRequest'),
    );
    assert.equal(document.isDirty, false);
  });

  it('makes a file for each new node of a package, and has the chart lead over it', async () => {
    const { index } = await access();
    const locale = 'f'.repeat(24);
    const digits = (digit: string) => digit.repeat(24);
    const ids = { chart: digits('a'), start: digits('b'), end: digits('c') };
    const relation = (node: string, next: string | null) => ({ node, children: [], next, _id: node });
    const relations = [relation(ids.start, ids.end), relation(ids.end, null)];
    const node = (_id: string, type: string) => ({
      _id,
      referenceId: `${_id.slice(0, 8)}-0000-4000-8000-000000000000`,
      type,
      extension: '@cognigy/basic-nodes',
      label: type,
      localizedData: [{ config: {}, localeReference: locale }],
      chartReference: ids.chart,
    });
    const files = {
      [`chart/${ids.chart}`]: { _id: ids.chart, relations },
      [`nodeData/${ids.start}`]: node(ids.start, 'start'),
      [`nodeData/${ids.end}`]: node(ids.end, 'end'),
    };
    for (const [path, value] of Object.entries(files)) {
      await writeText(fileUri(`inserting/${path}`), JSON.stringify(value));
    }
    await index.refresh(Object.keys(files).map((path) => fileUri(`inserting/${path}`)));
    await showAt(await open(`inserting/nodeData/${ids.start}`), new vscode.Position(0, 5));
    await run('flowConnections.insertNode', 'say', '@cognigy/basic-nodes');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '"Say"');
    const made = JSON.parse(editor.document.getText()) as { _id: string; chartReference: string };
    assert.equal(editor.document.uri.path.split('/').slice(-2).join('/'), `nodeData/${made._id}`);
    assert.equal(made.chartReference, ids.chart);
    const chart = await open(`inserting/chart/${ids.chart}`);
    const after = JSON.parse(chart.getText()) as { relations: { node: string; next: string | null }[] };
    assert.deepEqual(
      after.relations.map(({ node: from, next }) => [from, next]),
      [
        [ids.start, made._id],
        [made._id, ids.end],
        [ids.end, null],
      ],
    );
  });
});

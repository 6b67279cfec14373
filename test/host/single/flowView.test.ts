import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { FlowRow } from '../../../src/host/flow/flowRow';
import type { TestAccess } from '../../../src/host/startHost';
import { access, fileUri, eventually, writeText } from '../support';

const chart = 'clone/agent/flows/Main/en-US/chart.json';
const branching = 'flowView/branching.flow.json';

const core = (id: string, type: string, label: string, more: object = {}) => ({
  _id: id.repeat(24),
  type,
  extension: '@cognigy/basic-nodes',
  label,
  config: {},
  ...more,
});
const relation = (node: string, next: string | undefined, ...children: string[]) => ({
  node: node.repeat(24),
  children: children.map((child) => child.repeat(24)),
  next: next?.repeat(24) ?? null,
});
const nested = {
  relations: [
    relation('1', '2'),
    relation('2', '6', '3', '5'),
    relation('3', '4'),
    relation('4', undefined),
    relation('5', undefined),
    relation('6', undefined),
    relation('7', undefined),
  ],
  nodes: [
    core('1', 'start', 'Start'),
    core('2', 'if', 'Known?'),
    core('3', 'then', 'Then'),
    core('4', 'say', 'Welcome back', { isDisabled: true }),
    core('5', 'else', 'Else'),
    core('6', 'end', 'End'),
    core('7', 'say', 'Left over'),
  ],
};

/** The view as text: a line a row, what lies in it indented. */
function rowsOf(view: TestAccess['flowView'], parent?: FlowRow, indent = ''): string[] {
  return view.getChildren(parent).flatMap((row) => {
    assert.equal(view.getParent(row), parent);
    const { label, description } = view.getTreeItem(row);
    const shown = typeof description === 'string' && description !== '' ? ` — ${description}` : '';
    return [`${indent}${label as string}${shown}`, ...rowsOf(view, row, `${indent}  `)];
  });
}

async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(path), { preview: false });
}

function moveTo(editor: vscode.TextEditor, text: string): void {
  const position = editor.document.positionAt(editor.document.getText().indexOf(text) + 2);
  editor.selection = new vscode.Selection(position, position);
}

describe('Flow view', () => {
  const labelOf = (view: TestAccess['flowView'], row: FlowRow | undefined) =>
    row && view.getTreeItem(row).label;

  beforeEach(async () => {
    const { index } = await access();
    await writeText(fileUri(branching), JSON.stringify(nested, undefined, 2));
    await index.refresh([fileUri(branching)]);
  });

  it('shows the flow of the active editor, branches in their node, what nothing leads to last', async () => {
    const { flowView } = await access();
    await show(branching);
    await eventually(() => rowsOf(flowView).length > 0);
    assert.deepEqual(rowsOf(flowView), [
      'Start',
      'Known? — If',
      '  Then',
      '    Welcome back — Say · disabled',
      '  Else',
      'End',
      'Not Reachable from Start — 1',
      '  Left over — Say',
    ]);
    const editor = await show(chart);
    const expected = ['Start', 'Get ticket — HTTP Request', 'Close ticket — HTTP Request', 'End'];
    await eventually(() => isDeepStrictEqual(rowsOf(flowView), expected));
    const offset = editor.document.positionAt(editor.document.getText().indexOf('"Get ticket"'));
    await editor.edit((edit) => edit.insert(offset.translate(0, 1), 'Please '));
    await eventually(() => rowsOf(flowView)[1] === 'Please Get ticket — HTTP Request');
  });

  it('is empty for a file that is no flow, and the status says nothing then', async () => {
    const { flowView, flowStatus } = await access();
    await show(chart);
    await eventually(() => rowsOf(flowView).length > 0 && flowStatus.text !== undefined);
    await vscode.window.showTextDocument(fileUri('clone/agent/flows/Main/config.json'));
    await eventually(() => rowsOf(flowView).length === 0 && flowStatus.text === undefined);
  });

  it('shows a clicked row in the editor', async () => {
    const { flowView } = await access();
    const editor = await show(branching);
    await eventually(() => rowsOf(flowView).length === 8);
    const left = flowView.getChildren().at(-1);
    const [row] = flowView.getChildren(left);
    assert.ok(row);
    const { command } = flowView.getTreeItem(row);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    await eventually(() => editor.document.getText(editor.selection) === '"Left over"');
  });

  it('selects the row of the cursor while it is to be seen, also of a relation', async () => {
    const { flowView } = await access();
    const editor = await show(branching);
    await vscode.commands.executeCommand('flowConnections.flow.focus');
    moveTo(editor, '"Welcome back"');
    await eventually(() => labelOf(flowView, flowView.selection[0]) === 'Welcome back');
    moveTo(editor, `"node": "${'5'.repeat(24)}"`);
    await eventually(() => labelOf(flowView, flowView.selection[0]) === 'Else');
    moveTo(editor, '"Left over"');
    await eventually(() => labelOf(flowView, flowView.selection[0]) === 'Left over');
  });

  it('keeps its rows while only configs change', async () => {
    const { flowView, flowStatus } = await access();
    const editor = await show(chart);
    await eventually(() => flowStatus.text === 'Main · en-US: 4 nodes, 2 Connections');
    const [before] = flowView.getChildren();
    let fired = 0;
    const subscription = flowView.onDidChangeTreeData(() => fired++);
    const text = editor.document.getText();
    const [first, second] = [...text.matchAll(/Connection": "([\w-]{36})"/g)];
    assert.ok(first?.[1] !== undefined && second?.[1] !== undefined);
    const start = second.index + second[0].indexOf(second[1]);
    const range = new vscode.Range(
      editor.document.positionAt(start),
      editor.document.positionAt(start + second[1].length),
    );
    await editor.edit((edit) => edit.replace(range, first[1] ?? ''));
    // The status hears of the change with the view.
    await eventually(() => flowStatus.text === 'Main · en-US: 4 nodes, 1 Connection');
    subscription.dispose();
    assert.equal(fired, 0);
    assert.equal(flowView.getChildren()[0], before);
  });

  for (const [path, expected] of [
    [chart, 'Main · en-US: 4 nodes, 2 Connections'],
    ['embedded/agent/flows/Main/chart/chart.json', 'Main: 4 nodes, 2 Connections'],
    ['package/nodeData/589f2376ee2c18afc70b92a2', 'Get invoice: 1 node, 1 Connection'],
    [branching, 'branching: 7 nodes, no Connections'],
  ] as const) {
    it(`has a status that counts nodes and Connections in ${path}`, async () => {
      const { flowStatus } = await access();
      await show(path);
      await eventually(() => flowStatus.text === expected);
    });
  }
});

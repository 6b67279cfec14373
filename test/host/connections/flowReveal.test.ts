import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../src/host/startHost';
import { access, eventually, fileUri, writeText } from '../support';
import { after, open, run } from './steps';
import { charts } from './useLife';

const large = 'large.flow.json';

function labelOfSelected(view: TestAccess['flowView']) {
  const [row] = view.selection;
  return row && view.getTreeItem(row).label;
}

// The rows of a flow: host/single/flowView.
describe('The Flow view of a large flow', () => {
  it('reveals no row while VS Code fetches all of them (8.19)', async () => {
    const { flowView, logged } = await access();
    const id = (index: number) => index.toString(16).padStart(24, '0');
    const types = ['if', 'then', 'else', 'say', 'say'];
    const nodes = Array.from({ length: 3000 }, (_, index) => ({
      _id: id(index),
      type: index === 0 ? 'start' : types[index % 5],
      extension: '@cognigy/basic-nodes',
      label: `Node ${index}`,
      config: {},
    }));
    const relations = nodes.map(({ _id }, index) => {
      const isIf = index > 0 && index % 5 === 0;
      const isHead = index % 5 === 1 || index % 5 === 2;
      const children = isIf ? [id(index + 1), id(index + 2)] : [];
      return { node: _id, children, next: isIf ? id(index + 3) : isHead && index > 2 ? null : id(index + 1) };
    });
    await writeText(fileUri(large), JSON.stringify({ relations, nodes }, undefined, 1));
    await run('flowConnections.flow.focus');
    logged.length = 0;
    for (const label of ['Node 2501', 'Node 1502', 'Node 503']) {
      await open(charts[0]!);
      const document = await open(large);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document, document);
      const position = after(document, `"${label}"`, -2);
      editor.selection = new vscode.Selection(position, position);
      await eventually(() => labelOfSelected(flowView) === label);
    }
    assert.deepEqual(logged, []);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { access, fileUri, outline, problemsIn, unknown, eventually } from '../support';

const open = (path: string, folder: number) => vscode.workspace.openTextDocument(fileUri(path, folder));

describe('Several projects in several folders', () => {
  it('are listed apart, each with its environment', async () => {
    const { tree } = await access();
    const lines = await outline(tree);
    assert.deepEqual(lines.slice(0, lines.indexOf('broken')), [
      'sales — prod',
      '  CRM — Basic Auth · 1 node',
      '  Offers — Basic Auth · 1 node',
      'support',
      '  Not Registered — 1',
      '    api.example.com — a2582db9 · Basic Auth · 1 node',
      '  Offers — Basic Auth · no nodes',
      'two',
      '  Not Registered — 1',
      '    api.example.com — a2582db9 · Basic Auth · 1 node',
    ]);
  });

  it('do not know what another project of the same folder, or another folder, declares', async () => {
    await access();
    const sales = await open('agents/sales/flows/Main/en-US/chart.json', 0);
    const support = await open('agents/support/flows/Main/en-US/chart.json', 0);
    const two = await open('agent/flows/Main/en-US/chart.json', 1);
    await eventually(() => problemsIn(support).length > 0 && problemsIn(two).length > 0);
    assert.deepEqual(problemsIn(sales), []);
    assert.deepEqual(problemsIn(support), [unknown('Warning', 'a')]);
    assert.deepEqual(problemsIn(two), [unknown('Warning', 'a')]);
  });
});

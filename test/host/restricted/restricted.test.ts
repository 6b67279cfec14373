import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { access, fileUri, outline, problemsIn, unknown, eventually } from '../support';

describe('An untrusted workspace', () => {
  it('has names and checks', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { tree } = await access();
    assert.ok((await outline(tree)).includes('  Orders — Basic Auth · 1 node'));
    const document = await vscode.workspace.openTextDocument(
      fileUri('embedded/agent/flows/Main/chart/chart.json'),
    );
    await eventually(() => problemsIn(document).length > 0);
    assert.deepEqual(problemsIn(document), [unknown('Warning', 'd')]);
  });
});

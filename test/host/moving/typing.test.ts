import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeClone, writeFiles } from '../../support/clone';
import { openChart } from '../problemWatch';
import { access, fileUri, until } from '../support';

const flows = 20;
const letters = Array.from('another name');

describe('While someone types a label', () => {
  after(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('files that nobody has open wait for the end of it', async () => {
    writeFiles(fileUri('').fsPath, makeClone(flows, 'a2582db9-2bd7-4a35-94a3-fbbade0a581d'));
    const { index } = await access();
    const document = await openChart(0);
    const closed = fileUri('agent/flows/Flow 3/en-US/chart.json').toString();
    let judged = 0;
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === closed)) judged++;
    });
    // The files that were just written are judged.
    await until(() => judged > 0 && !index.isSettling);
    judged = 0;
    for (const [done, letter] of letters.entries()) {
      const at = document.getText().indexOf('"label": "') + '"label": "'.length + done;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(at), letter);
      const known = new Promise<void>((resolve) => {
        const heard = index.onDidChange(({ isTyped }) => {
          if (!isTyped) return;
          heard.dispose();
          resolve();
        });
      });
      await vscode.workspace.applyEdit(edit);
      await known;
    }
    // One judgement a rest; on a machine that stands still for seconds it may be a few.
    assert.ok(judged <= letters.length / 3, `judged ${judged} times for ${letters.length} letters`);
    judged = 0;
    await until(() => judged > 0);
    subscription.dispose();
  });
});

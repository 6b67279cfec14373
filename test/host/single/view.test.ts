import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { access, findItem, outline, outlineWithUses, tabTitles, tooltipOf, eventually } from '../support';

describe('Connections view', () => {
  it('lists what each project declares, and what its flows use and nobody declares', async () => {
    const { tree } = await access();
    assert.deepEqual(await outline(tree), [
      'hand',
      '  Not Registered — 1',
      '    api.example.com — f2582db9 · Basic Auth · 1 node',
      'package',
      '  Not Registered — 1',
      '    api.example.com — e2582db9 · Basic Auth · 1 node',
      'clone',
      '  Not Registered — 2',
      '    api.example.com — a2582db9 · Basic Auth · 1 node',
      '    api.example.com — b2582db9 · Basic Auth · 1 node',
      'embedded',
      '  Not Registered — 1',
      '    api.example.com — d2582db9 · Basic Auth · 1 node',
      '  Orders — Basic Auth · 1 node',
    ]);
  });

  it('lists below a Connection what uses it: a row a locale, disabled ones marked, LLMs by their name', async () => {
    const { tree } = await access();
    const rows = (await outlineWithUses(tree)).map((line) => line.trim());
    const below = (item: string) => {
      const from = rows.indexOf(item) + 1;
      const end = rows.findIndex((line, index) => index >= from && !line.startsWith('→'));
      return rows.slice(from, end < 0 ? undefined : end);
    };
    assert.deepEqual(below('api.example.com — a2582db9 · Basic Auth · 1 node'), [
      '→ Get ticket — Main · de-DE · disabled',
      '→ Get ticket — Main · en-US',
    ]);
    assert.deepEqual(below('Orders — Basic Auth · 1 node'), ['→ Get order — Main', '→ Answers — LLM']);
    assert.match(tooltipOf(tree, await findItem(tree, 'Orders')), /^1 node in 1 flow, 1 LLM$/m);
  });

  it('opens a use where it stands', async () => {
    const { tree } = await access();
    const [, answers] = await tree.getChildren(await findItem(tree, 'Orders'));
    assert.ok(answers);
    const { command } = tree.getTreeItem(answers);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith('/largelanguagemodels/Answers.json'));
    assert.equal(editor.document.getText(editor.selection), '"c2582db9-2bd7-4a35-94a3-fbbade0a581d"');
  });

  it('says in words what icons and dimming say', async () => {
    const { tree } = await access();
    const orders = tree.getTreeItem(await findItem(tree, 'Orders'));
    assert.equal(
      orders.accessibilityInformation?.label,
      'Orders, Basic Auth · 1 node, No credentials on this machine',
    );
    assert.equal(orders.tooltip, undefined, 'a tooltip is made when it is asked for');
    assert.match(
      tooltipOf(tree, await findItem(tree, 'Orders')),
      /Reference ID `c2582db9-2bd7-4a35-94a3-fbbade0a581d`/,
    );
  });

  it('opens the editor of what is clicked, once', async () => {
    const { tree } = await access();
    for (let i = 0; i < 2; i++) {
      await vscode.commands.executeCommand('flowConnections.edit', await findItem(tree, 'Orders'));
    }
    await eventually(() => tabTitles().includes('Orders · Basic Auth'));
    assert.equal(tabTitles().filter((title) => title === 'Orders · Basic Auth').length, 1);
    await vscode.commands.executeCommand('flowConnections.register', await findItem(tree, 'api.example.com'));
    await eventually(() => tabTitles().includes('api.example.com · Basic Auth'));
  });
});

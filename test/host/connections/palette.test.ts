import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, readText, tabTitles, eventually, writeText } from '../support';
import { chartTexts, file, id, run, useLife } from './useLife';

const label = (item: vscode.QuickPickItem) => item.label;

describe('From the palette, where no Connection is under the cursor,', () => {
  const life = useLife();

  it('a Connection is asked for and renamed', async () => {
    life.ask.picked = 'Jira';
    life.ask.typed = 'Issues';
    await run('flowConnections.renameConnection');
    assert.deepEqual(life.ask.listed.map(label), ['Draft', 'Jira', 'ServiceNow']);
    assert.equal(await readText(fileUri(file)), life.text.replace('"Jira"', '"Issues"'));
  });

  it('a Connection is asked for and duplicated', async () => {
    life.ask.picked = 'Jira';
    life.ask.typed = 'Jira of tomorrow';
    await run('flowConnections.duplicateConnection');
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira', 'Jira of tomorrow', 'ServiceNow']);
  });

  it('a Connection is asked for and deleted', async () => {
    life.ask.picked = 'Jira';
    life.ask.button = 'Delete';
    await run('flowConnections.deleteConnection');
    assert.deepEqual(life.namesNow(), ['Draft', 'ServiceNow']);
  });

  it('nothing is deleted when the list is closed', async () => {
    life.ask.button = 'Delete';
    await run('flowConnections.deleteConnection');
    assert.equal(life.ask.listed.length, 3);
    assert.equal(await readText(fileUri(file)), life.text);
  });

  it('a Connection is asked for and replaced in flows', async () => {
    const answers = ['ServiceNow', 'Draft'];
    life.ask.pick = (items) =>
      Promise.resolve(items.find(({ label }) => label === answers[0] && answers.shift()));
    life.ask.button = 'Replace';
    await run('flowConnections.replaceConnectionInFlows');
    assert.deepEqual(
      await chartTexts(),
      life.flows.map((flow) => flow.replaceAll(id('a'), id('c'))),
    );
  });

  it('only those with a temporary Reference ID can be linked', async () => {
    await run('flowConnections.linkToCognigy');
    assert.deepEqual(life.ask.listed.map(label), ['Draft']);
  });

  it('what nobody has named is registered in its form', async () => {
    life.ask.picked = 'api.example.com';
    await run('flowConnections.registerConnections');
    assert.equal(life.ask.listed.length, 1);
    life.ask.picked = life.ask.listed[0]?.label;
    await run('flowConnections.registerConnections');
    await eventually(() => tabTitles().some((title) => title.startsWith(`${life.ask.picked}`)));
  });

  it('a Connection is asked for and opened in its form', async () => {
    life.ask.picked = 'Jira';
    await run('flowConnections.editConnection');
    await eventually(() => tabTitles().includes('Jira · OAuth2'));
  });

  it('the uses of a Connection are shown', async () => {
    life.ask.picked = 'ServiceNow';
    await run('flowConnections.showUses');
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('chart.json') === true);
    await run('closeReferenceSearch');
  });

  it('a Reference ID is copied', async () => {
    await vscode.env.clipboard.writeText('');
    life.ask.picked = 'Jira';
    await run('flowConnections.copyReferenceId');
    assert.equal(await vscode.env.clipboard.readText(), id('e'));
  });

  it('the connections file is opened', async () => {
    await run('flowConnections.openConnectionsFile');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileUri(file).path);
  });

  it('the workspace is validated, files too that nobody asked about', async () => {
    const flow = fileUri('closed.flow.json');
    const settings = vscode.workspace.getConfiguration('flowConnections');
    const codes = () =>
      vscode.languages.getDiagnostics(flow).map(({ code }) => (typeof code === 'object' ? code.value : code));
    await settings.update('validate', 'openFiles', vscode.ConfigurationTarget.Global);
    try {
      await writeText(flow, life.flows[0]!);
      await life.services.index.refresh([flow]);
      assert.deepEqual(codes(), []);
      await run('flowConnections.validateWorkspace');
      assert.ok(codes().includes('connection-unknown'));
      await writeText(flow, life.flows[0]!.replace('"Get ticket"', '"Get a ticket"'));
      await life.services.index.refresh([flow]);
      assert.deepEqual(codes(), [], 'what was found in another text is taken back');
    } finally {
      await settings.update('validate', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('the log is shown', async () => {
    await run('flowConnections.showLog');
    const isLog = ({ uri }: vscode.TextDocument) =>
      uri.scheme === 'output' && uri.path.includes('flow-connections');
    await eventually(() => vscode.workspace.textDocuments.some(isLog));
  });

  it('a use is opened at its Reference ID', async () => {
    const uses = await life.services.tree.getChildren(await life.item('ServiceNow'));
    const { command } = life.services.tree.getTreeItem(uses[0]!);
    assert.ok(command);
    await run(command.command, ...(command.arguments as unknown[]));
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.getText(selection), `"${id('a')}"`);
  });
});

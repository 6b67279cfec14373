import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { unzipSync } from 'fflate';
import { useSampleWorkbench } from '../support/sampleWorkbench';

describe('Connections view, as a person uses it', () => {
  const sample = useSampleWorkbench({
    // The delay is VS Code's own: here a tooltip is looked at.
    settings: { 'files.simpleDialog.enable': true, 'workbench.hover.delay': 500 },
  });
  const item = (name: string) => sample.workbench.connectionItem(name);
  const pick = () => sample.workbench.quickInput;
  const status = (text: string) => sample.workbench.page.locator('.statusbar').getByText(text);
  const menu = (label: string): Locator =>
    sample.workbench.page.getByRole('menuitem', { name: label, exact: true });

  before(async () => {
    await sample.workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await sample.workbench.activityBar('Flow Connections');
    await item('Not Registered').waitFor();
  });

  it('Get Names shows what a list from the clipboard would register, and that it is incomplete', async () => {
    const { workbench } = sample;
    await item('api.service-now.com').click({ button: 'right' });
    await sample.workbench.chooseFromMenu('Copy Reference ID');
    await status('Copied ').waitFor();
    const referenceId = await workbench.readClipboard();
    const items = [
      { referenceId, name: 'ServiceNow', extension: '@cognigy/basic-nodes', type: 'http_basic' },
      {
        referenceId: '99999999-2bd7-4a35-94a3-fbbade0a581d',
        name: 'Warehouse',
        extension: '@cognigy/mssql',
        type: 'mssql',
      },
    ];
    await workbench.writeClipboard(JSON.stringify({ items, total: 12 }, undefined, 2));
    await item('Not Registered').hover();
    await workbench.screenshot('view-1-not-registered');
    await item('Not Registered').getByRole('button', { name: 'Get Names…' }).click();
    await pick().getByText('Type the Command into a Terminal').waitFor();
    await workbench.screenshot('view-2-get-names');
    await pick().getByText('From the Clipboard').click();
    await pick().getByText('Used here, not registered').waitFor();
    await pick().getByText('The list is incomplete: 2 of 12 Connections.').waitFor();
    await workbench.screenshot('view-3-names');
    await sample.press('Enter');
    await item('ServiceNow').waitFor();
    await item('Warehouse').waitFor();
    assert.deepEqual(
      sample.connections().map(({ name }) => name),
      ['ServiceNow', 'Warehouse'],
    );
  });

  it('Register All registers the rest under proposed names', async () => {
    const { workbench } = sample;
    await item('Not Registered').hover();
    await item('Not Registered').getByRole('button', { name: 'Register All…' }).click();
    await pick().getByText('jira.example.com').waitFor();
    await workbench.screenshot('view-4-register-all');
    await sample.press('Enter');
    await item('Not Registered').waitFor({ state: 'detached' });
    assert.ok(sample.connections().some(({ name }) => name === 'jira.example.com'));
  });

  it('a tooltip tells all that is known, with links', async () => {
    const { workbench } = sample;
    await item('ServiceNow').hover();
    const hover = workbench.page.locator('.monaco-hover').filter({ hasText: 'Reference ID' });
    await hover.getByRole('link', { name: 'Show Uses' }).waitFor();
    await workbench.screenshot('view-5-tooltip');
    await hover.getByRole('link', { name: 'Copy Reference ID' }).click();
    await status('Copied ').waitFor();
    assert.equal(
      await workbench.readClipboard(),
      sample.connections().find(({ name }) => name === 'ServiceNow')?.referenceId,
    );
  });

  it('several that are selected are copied one a line, and exported without credentials', async () => {
    const { workbench } = sample;
    await item('ServiceNow').click();
    // The editor takes the focus once it is there, and a menu would close.
    await workbench.webview().getByText('Used by 3 nodes').waitFor();
    await item('Warehouse').click({ modifiers: ['ControlOrMeta'] });
    await item('Warehouse').click({ button: 'right' });
    await menu('Copy Reference IDs').waitFor();
    assert.equal(await menu('Edit').count(), 0, 'only what can be done with several');
    await workbench.screenshot('view-6-several');
    await sample.workbench.chooseFromMenu('Copy Reference IDs');
    await status('Copied 2 Reference IDs').waitFor();
    const ids = (await workbench.readClipboard()).split('\n');
    assert.equal(ids.length, 2);
    await item('Warehouse').click({ button: 'right' });
    await sample.workbench.chooseFromMenu('Export as Package…');
    await pick().getByText('Cognigy.AI can’t import it').waitFor();
    await workbench.screenshot('view-7-export');
    await sample.press('Enter');
    await pick().getByText('Export as Package').waitFor();
    const name = pick().locator('input.input');
    while (!(await name.inputValue()).endsWith('.connections.zip')) await workbench.page.waitForTimeout(50);
    const path = await name.inputValue();
    await sample.press('Enter');
    await status('Exported 2 Connections').waitFor();
    assert.ok(existsSync(path), path);
    const files = Object.keys(unzipSync(readFileSync(path)));
    assert.deepEqual(files.sort(), ['index.json', ...ids.map((id) => `connection/${id}`)].sort());
  });

  it('Group By sorts them by type', async () => {
    const { workbench } = sample;
    await item('ServiceNow').hover();
    const header = workbench.page.locator('.pane-header').filter({ hasText: 'Connections' });
    await header.getByLabel('More Actions').click();
    await workbench.page.getByRole('menuitem', { name: 'Group By' }).hover();
    await menu('Type').waitFor();
    await workbench.screenshot('view-8-menu');
    await sample.workbench.chooseFromMenu('Type');
    await workbench.page.getByRole('treeitem', { name: /^Basic Auth, 1/ }).waitFor();
    await workbench.screenshot('view-9-grouped');
  });

  for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
    it(`can be looked at in ${theme}`, async () => {
      const { workbench } = sample;
      await workbench.setTheme(theme);
      await item('ServiceNow').hover();
      await workbench.screenshot(`view-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
});

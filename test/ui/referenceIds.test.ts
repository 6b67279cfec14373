import assert from 'node:assert/strict';
import { copyFolder } from '../support/fixture';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('Reference IDs', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  const press = (keys: string) => workbench.page.keyboard.press(keys);
  const line = (content: string) =>
    workbench.page.locator('.editor-instance .view-line', { hasText: content }).first();
  const goToText = (text: string) => workbench.goToText(text);

  before(async () => {
    folder = copyFolder('test/fixtures/host/connections');
    workbench = await openWorkbench({ folder: folder.path });
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  it('have names behind them, which a hover explains', async () => {
    const { page } = workbench;
    await workbench.openFile('Main en-US chart.json', 'chart.json');
    await goToText('a2582db9');
    await line('ServiceNow').waitFor();
    await workbench.runCommand('Show or Focus Hover');
    await page.locator('.monaco-hover', { hasText: 'Ticket system' }).waitFor();
    await workbench.screenshot('names-1-hover');
    await press('Escape');
  });

  it('are replaced as a whole by one that is pasted', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.runCommand('Flow Connections: Copy Reference ID');
    await workbench.page.getByText('Copied a2582db9-2bd7-4a35-94a3-fbbade0a581d').waitFor();
    await goToText('b2582db9');
    await line('not registered').waitFor();
    await press('ArrowRight');
    await press('ControlOrMeta+V');
    await line('not registered').waitFor({ state: 'detached' });
    await line('b2582db9').waitFor({ state: 'detached' });
    await line('"a2582db9-2bd7-4a35-94a3-fbbade0a581d"').waitFor();
    await workbench.screenshot('names-2-pasted');
    await press('ControlOrMeta+Z');
    await line('not registered').waitFor();
  });

  it('are replaced in all flows by another one’s name', async () => {
    const { page } = workbench;
    await goToText('a2582db9');
    await press('F2');
    // Once it has the focus: until then VS Code selects a part of what is in it, and a text would replace that alone.
    const input = page.locator('.rename-box input:focus');
    await input.waitFor();
    assert.equal(await input.inputValue(), 'ServiceNow');
    await input.fill('Draft');
    await workbench.screenshot('names-3-rename');
    await press('Enter');
    await line('Draft · temporary').waitFor();
    await workbench.screenshot('names-4-renamed');
  });

  it('are chosen for a node that was inserted', async () => {
    const { page } = workbench;
    await goToText('"Close ticket"');
    await workbench.runCommand('Flow Connections: Insert Node…');
    const list = page.locator('.quick-input-widget');
    await list.locator('.monaco-list-row', { hasText: 'Say' }).first().waitFor();
    await workbench.screenshot('names-5-insert');
    await workbench.quickPick('httpRequest', 'HTTP Request');
    await line('"HTTP Request"').waitFor();
    await workbench.runCommand('Flow Connections: Choose Connection for Node…');
    await list.locator('.monaco-list-row', { hasText: 'Basic Auth' }).waitFor();
    await workbench.screenshot('names-6-authentication');
    await workbench.quickPick('Basic', 'Basic Auth');
    await list.locator('.monaco-list-row', { hasText: 'New Connection…' }).waitFor();
    await workbench.screenshot('names-7-choose');
    await workbench.quickPick('ServiceNow', 'ServiceNow');
    await line('ServiceNow').waitFor();
    await workbench.screenshot('names-8-chosen');
  });

  it('are emptied when a node is to do without', async () => {
    await line('"authType": "basic"').click();
    await workbench.runCommand('Flow Connections: Choose Connection for Node…');
    await workbench.quickPick('None', 'None');
    await line('"authType": "none"').waitFor();
    await workbench.screenshot('names-9-none');
  });

  it('are dropped from the view into a field', async () => {
    const { page } = workbench;
    await goToText('"basicConnection": ""');
    await workbench.activityBar('Flow Connections');
    const item = page.getByRole('treeitem', { name: /^Jira/ }).first();
    const from = await item.boundingBox();
    const value = line('"basicConnection": ""').getByText('""', { exact: true }).last();
    const to = await value.boundingBox();
    assert.ok(from && to);
    await page.mouse.move(from.x + 60, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 30, { steps: 4 });
    await page.mouse.move(to.x + 8, to.y + 8, { steps: 8 });
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 9, to.y + 9, { steps: 4 });
    await workbench.screenshot('names-10-dragging');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await line('"basicConnection": "e2582db9-2bd7-4a35-94a3-fbbade0a581d"').waitFor();
    await workbench.screenshot('names-11-dropped');
  });
});

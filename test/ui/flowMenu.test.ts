import assert from 'node:assert/strict';
import { copyFolder } from '../support/fixture';
import { openWorkbench, type Workbench } from '../support/workbench';

const chart = '04f73829aaca7fa3ca618a7b';

describe('Commands in flow files', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;

  before(async () => {
    folder = copyFolder('test/fixtures/samples');
    workbench = await openWorkbench({ folder: folder.path });
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  it('say what they need where no editor is open', async () => {
    await workbench.activityBar('Flow Connections');
    await workbench.page.getByRole('treeitem').first().waitFor();
    await workbench.runCommand('Flow Connections: Edit in Its Own Editor');
    await workbench.toast.getByText('Put the cursor into a text in the config of a node first.').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('stand in the menu by short names', async () => {
    const { page } = workbench;
    await workbench.openFile('cli-clone Flow 1 chart.json', 'chart.json');
    await workbench.goToText('"type": "httpRequest"');
    await page.keyboard.press('Shift+F10');
    const submenu = page.getByRole('menuitem', { name: 'Flow Connections', exact: true });
    await submenu.hover();
    const choose = page.getByRole('menuitem', { name: 'Choose Connection…', exact: true });
    await choose.waitFor();
    await workbench.screenshot('menu-1-submenu');
    const entries = await page.locator('.monaco-submenu .action-label').allInnerTexts();
    assert.deepEqual(
      entries.filter((entry) => entry.trim() !== ''),
      [
        'Choose Connection…',
        'Edit Connection',
        'Copy Reference ID',
        'Show Uses',
        'Edit in Its Own Editor',
        'Insert Node…',
      ],
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('are there in the chart of a package, whose nodes stand in files of their own', async () => {
    const { page } = workbench;
    await workbench.openFile(chart, chart);
    await workbench.runCommand('Flow Connections: Insert Node…');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Say' }).first().waitFor();
    await workbench.screenshot('menu-2-package');
  });
});

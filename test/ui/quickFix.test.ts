import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../support/fixture';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('A wrong choice', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  const text = () => readFileSync(join(folder.path, 'agent', 'flows', 'Main', 'en-US', 'chart.json'), 'utf8');
  const press = (keys: string) => workbench.page.keyboard.press(keys);

  before(async () => {
    folder = copyFolder('media/sample');
    workbench = await openWorkbench({ folder: folder.path });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed ${this.currentTest.title}`);
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  it('is marked as it is typed, mended by its fix, and nothing else changes', async () => {
    const original = text();
    const { page } = workbench;
    await workbench.openFile('Main chart.json', 'chart.json');
    await press('ControlOrMeta+F');
    await page.locator('.find-widget.visible .find-part .monaco-inputbox.synthetic-focus').waitFor();
    await page.keyboard.type('"type": "GET');
    await press('Enter');
    await press('Escape');
    await page.locator('.editor-container .monaco-editor.focused').waitFor();
    // To the end of what was found.
    await press('ArrowRight');
    for (const key of ['Backspace', 'Backspace', 'T', 'E', 'Escape']) await press(key);
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.screenshot('fix-1-problem');
    await press('ControlOrMeta+.');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Change to "GET"' });
    await fix.waitFor();
    await workbench.screenshot('fix-2-menu');
    // The best one has the focus.
    await press('Enter');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await press('ControlOrMeta+S');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'chart.json' }).waitFor();
    assert.equal(text(), original);
    await workbench.screenshot('fix-3-mended');
  });
});

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { eventually } from '../support/eventually';
import { openWorkbench } from '../support/workbench';

const title = 'Pick the newest · code.js';

describe('The own editor of a text', () => {
  it('opens from the menu, saves into the flow file alone, keeps unsaved text over a reload, and asks before it overwrites', async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    const file = workbench.file('agent', 'flows', 'Main', 'en-US', 'chart.json');
    const text = () => readFileSync(file, 'utf8');
    const original = text();
    const saved = page.locator('.tab.active:not(.dirty)', { hasText: title });
    const typeAtStart = async (typed: string) => {
      await page.locator('.tab.active', { hasText: title }).waitFor();
      await page.locator('.editor-container .monaco-editor.focused').waitFor();
      await workbench.press('ControlOrMeta+Home');
      // At once, as a paste: typed one by one, quotes and brackets would be closed for us.
      await page.keyboard.insertText(typed);
      await page.locator('.tab.active.dirty', { hasText: title }).waitFor();
    };
    await workbench.activityBar('Flow Connections');
    await workbench.connectionItem('api.service-now.com').waitFor();
    await workbench.openFile('Main chart.json', 'chart.json');
    await workbench.goToText('b.updated');
    await workbench.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Flow Connections', exact: true }).hover();
    await workbench.screenshot('own-editor-1-menu');
    await workbench.chooseFromMenu('Edit in Its Own Editor');
    await saved.waitFor();
    await workbench.status('JavaScript').first().waitFor();

    await typeAtStart('"use strict";\n');
    await workbench.press('ControlOrMeta+S');
    await saved.waitFor();
    assert.equal(text(), original.replace('"code": "', String.raw`"code": "\"use strict\";\n`));

    await typeAtStart('kept;\n');
    await eventually(() => workbench.backupOf('kept;') !== undefined, 'the text is backed up');
    await workbench.reload();
    // Which tab was the active one is kept by VS Code now and then only.
    await page.locator('.tab.dirty', { hasText: title }).click();
    await workbench.line('kept;').waitFor();
    await workbench.press('ControlOrMeta+S');
    await saved.waitFor();
    assert.ok(text().includes(String.raw`"code": "kept;\n\"use strict\";\n`));

    await workbench.line('kept;').click();
    await typeAtStart('mine;\n');
    const before = text();
    writeFileSync(file, before.replace('kept;', 'theirs;'));
    await workbench.press('ControlOrMeta+S');
    const toast = workbench.toast.filter({ hasText: title });
    await toast.getByText('is newer').waitFor();
    await workbench.screenshot('own-editor-2-conflict');
    assert.ok(text().includes('theirs;'));
    await toast.getByRole('button', { name: 'Overwrite' }).click();
    await saved.waitFor();
    assert.equal(text(), before.replace('kept;', String.raw`mine;\nkept;`));
  });
});

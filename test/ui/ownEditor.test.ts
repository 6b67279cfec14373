import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../support/sampleWorkbench';

const title = 'Pick the newest · code.js';

/** Waits until something is so; the test's own timeout ends a wait in vain. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 250));
}

describe('The own editor of a text', () => {
  const sample = useSampleWorkbench();
  const { press, goToText } = sample;
  let original: string;
  const file = () => sample.file('agent', 'flows', 'Main', 'en-US', 'chart.json');
  const text = () => readFileSync(file(), 'utf8');
  const dirtyTab = (): Locator => sample.workbench.page.locator('.tab.active.dirty', { hasText: title });
  const saved = (): Locator => sample.workbench.page.locator('.tab.active:not(.dirty)', { hasText: title });
  const line = (content: string): Locator =>
    sample.workbench.page.locator('.editor-instance .view-line', { hasText: content }).first();
  const typeAtStart = async (typed: string) => {
    await sample.workbench.page.locator('.tab.active', { hasText: title }).waitFor();
    await sample.workbench.page.locator('.editor-container .monaco-editor.focused').waitFor();
    await press('ControlOrMeta+Home');
    // At once, as a paste: typed one by one, quotes and brackets would be closed for us.
    await sample.workbench.page.keyboard.insertText(typed);
    await dirtyTab().waitFor();
  };
  before(() => {
    original = text();
  });

  it('opens from the menu of a flow file', async () => {
    await sample.workbench.openFile('Main chart.json', 'chart.json');
    await goToText('b.updated');
    const found = line('b.updated');
    const cursor = sample.workbench.page.locator('.editor-instance .cursor').first();
    await found.waitFor();
    const { x, y } = (await cursor.boundingBox()) ?? { x: 0, y: 0 };
    const submenu = sample.workbench.page.getByRole('menuitem', { name: 'Flow Connections' });
    // A menu that is opened before the extension is there goes without it.
    await until(async () => {
      await press('Escape');
      await sample.workbench.page.mouse.click(x + 2, y + 5, { button: 'right' });
      await sample.workbench.page.getByRole('menuitem', { name: 'Command Palette' }).waitFor();
      return submenu.isVisible();
    });
    await submenu.hover();
    const entry = sample.workbench.page.getByRole('menuitem', { name: 'Edit in Its Own Editor' });
    await entry.waitFor();
    await sample.workbench.page.getByRole('menuitem', { name: 'Copy Reference ID' }).waitFor();
    await sample.workbench.screenshot('own-editor-1-menu');
    await sample.workbench.chooseFromMenu('Edit in Its Own Editor');
    await saved().waitFor();
    await sample.workbench.page.locator('.part.statusbar').getByText('JavaScript', { exact: true }).waitFor();
  });

  it('saves what is typed into the flow file, and nothing else', async () => {
    await typeAtStart('"use strict";\n');
    await sample.workbench.screenshot('own-editor-2-typed');
    await press('ControlOrMeta+S');
    await saved().waitFor();
    assert.equal(text(), original.replace('"code": "', String.raw`"code": "\"use strict\";\n`));
  });

  it('keeps unsaved text over a reload, and saves it then', async () => {
    await typeAtStart('kept;\n');
    // VS Code backs up a moment after the last key.
    await sample.workbench.page.waitForTimeout(2500);
    await sample.workbench.reload();
    // Which tab was the active one is kept by VS Code now and then only.
    await sample.workbench.page.locator('.tab.dirty', { hasText: title }).click();
    await dirtyTab().waitFor();
    await line('kept;').waitFor();
    await press('ControlOrMeta+S');
    await saved().waitFor();
    assert.ok(text().includes(String.raw`"code": "kept;\n\"use strict\";\n`));
  });

  it('asks before it overwrites what was changed meanwhile', async () => {
    await line('kept;').click();
    await typeAtStart('mine;\n');
    const before = text();
    writeFileSync(file(), before.replace('kept;', 'theirs;'));
    await sample.workbench.page.waitForTimeout(1500);
    await press('ControlOrMeta+S');
    const toast = sample.workbench.page.locator('.notifications-toasts', { hasText: title });
    await toast.getByText('is newer').waitFor();
    await sample.workbench.page.waitForTimeout(500);
    await sample.workbench.screenshot('own-editor-3-conflict');
    assert.ok(text().includes('theirs;'));
    await toast.getByRole('button', { name: 'Overwrite' }).click();
    await saved().waitFor();
    assert.equal(text(), before.replace('kept;', String.raw`mine;\nkept;`));
  });

  it('says that the node is gone, and keeps the text', async () => {
    await line('mine;').click();
    await typeAtStart('last;\n');
    writeFileSync(file(), text().replaceAll('fb8b7eb81ef333eb39b24988', '0'.repeat(24)));
    await sample.workbench.page.waitForTimeout(1500);
    await press('ControlOrMeta+S');
    await sample.workbench.page.getByText('The node that held this text').first().waitFor();
    await sample.workbench.page.waitForTimeout(500);
    await sample.workbench.screenshot('own-editor-4-gone');
    await line('last;').waitFor();
    assert.ok(!text().includes('last;'));
  });
});

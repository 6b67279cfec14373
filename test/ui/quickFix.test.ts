import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useSampleWorkbench } from '../support/sampleWorkbench';

describe('A wrong choice', () => {
  const sample = useSampleWorkbench();
  const { press } = sample;
  const text = () => readFileSync(sample.file('agent', 'flows', 'Main', 'en-US', 'chart.json'), 'utf8');

  it('is marked as it is typed, mended by its fix, and nothing else changes', async () => {
    const original = text();
    const { workbench } = sample;
    const { page } = workbench;
    await workbench.openFile('Main chart.json', 'chart.json');
    await sample.goToText('"type": "GET');
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

import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { useSampleWorkbench } from '../support/sampleWorkbench';

/** Keeps the script of the first form in a window from running, as if VS Code had not brought it. */
const withoutFirstScript = async (context: BrowserContext) => {
  await context.addInitScript(`
    if (location.href === 'about:blank' && window.name === '' && parent.location.pathname.includes('/webview/')) {
      if (sessionStorage.getItem('forms') === null)
        Object.defineProperty(window, 'acquireVsCodeApi', { get: undefined, set: () => console.log('first form') });
      sessionStorage.setItem('forms', 'seen');
    }`);
};

describe('A form whose script does not come', () => {
  const sample = useSampleWorkbench({ initScript: withoutFirstScript });

  it('is loaded again, and takes what is typed', async () => {
    const { workbench } = sample;
    await workbench.newConnection('Basic Auth');
    const form = new ConnectionFormActions(workbench);
    await form.input('Name, required').fill('Late');
    await workbench.page.locator('.tab.dirty').waitFor();
    assert.ok(workbench.consoleLines.some((line) => line.endsWith('first form')));
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('late-pw');
    await form.save('Late · Basic Auth');
    assert.equal(sample.connections()[0]?.name, 'Late');
  });
});

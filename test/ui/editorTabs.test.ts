import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { useSampleWorkbench } from '../support/sampleWorkbench';

const type = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
const connections = [
  { referenceId: 'b2582db9-2bd7-4a35-94a3-fbbade0a5801', name: 'First', ...type },
  { referenceId: 'b2582db9-2bd7-4a35-94a3-fbbade0a5802', name: 'Second', ...type },
];

describe('The tab of a Connection', () => {
  // Where a new tab comes first, it must not be taken for the one that it replaces.
  const sample = useSampleWorkbench({ settings: { 'workbench.editor.openPositioning': 'first' } });
  const form = () => new ConnectionFormActions(sample.workbench);
  const titles = () => sample.workbench.page.locator('.tabs-container .tab .label-name').allTextContents();
  const show = async (name: string) => {
    await sample.workbench.editConnection(name);
    await sample.workbench.page.locator('.tab.active', { hasText: `${name} · Basic Auth` }).waitFor();
    await form().text('Credentials · only on this machine').waitFor();
  };
  const rename = async (name: string, newName: string) => {
    const { workbench } = sample;
    await workbench.pickFromMenu(workbench.connectionItem(name), 'Rename…');
    await workbench.quickInput.getByText(`Rename “${name}”`).waitFor();
    await workbench.quickInput.locator('input.input').fill(newName);
    await sample.press('Enter');
    await workbench.connectionItem(newName).waitFor();
  };
  const focused = (key: string) =>
    sample.workbench.webview().locator(`vscode-textfield[focused][data-key="${key}"]`);
  const scrollTop = async (): Promise<unknown> =>
    sample.workbench.webview().locator('html').evaluate('scrollY');
  const scrollTo = async (top: number) => {
    await sample.workbench.webview().locator('html').evaluate(`scrollTo(0, ${top})`);
    // What is kept is kept when the scrolling rests.
    await sample.workbench.page.waitForTimeout(300);
    return scrollTop();
  };
  /** Waits until the form is scrolled to a place; the test's own timeout ends a wait in vain. */
  const standsAt = async (top: unknown) => {
    while ((await scrollTop()) !== top) await sample.workbench.page.waitForTimeout(50);
  };
  /** Past the time in which a tab gets its new title. */
  const settle = () => sample.workbench.page.waitForTimeout(1000);

  before(async () => {
    const file = sample.file('.cognigy', 'connections.json');
    mkdirSync(dirname(file));
    writeFileSync(file, JSON.stringify({ version: 1, id: crypto.randomUUID(), connections }));
    await sample.workbench.activityBar('Flow Connections');
    await show('First');
    await show('Second');
  });

  it('has the new name after a save, once, and the form stands where it stood', async () => {
    const { workbench } = sample;
    await workbench.page.setViewportSize({ width: 1440, height: 400 });
    await form().input('Name, required').fill('Renamed by 100% #1');
    await form().input('Username, required').fill('bot');
    await form().input('Password, required').fill('tab-pw');
    await form().input('Description').click();
    const top = await scrollTo(20);
    assert.equal(top, 20);
    await sample.press('ControlOrMeta+S');
    await form().tab('Renamed by 100% #1 · Basic Auth').waitFor();
    await form().tab('Second · Basic Auth').waitFor({ state: 'detached' });
    await focused('description').waitFor();
    await standsAt(top);
    await settle();
    assert.deepEqual((await titles()).toSorted(), ['First · Basic Auth', 'Renamed by 100% #1 · Basic Auth']);
    await sample.press('x');
    while ((await form().input('Description').inputValue()) !== 'x') await workbench.page.waitForTimeout(50);
    await workbench.runCommand('File: Revert File');
  });

  it('keeps scroll and focus when another one was looked at meanwhile', async () => {
    const { workbench } = sample;
    await form().input('Username, required').click();
    const top = await scrollTo(30);
    assert.equal(top, 30);
    await form().tab('First · Basic Auth').click();
    await workbench.page.locator('.tab.active', { hasText: 'First' }).waitFor();
    await form().text('Leave all empty').waitFor();
    assert.equal(await scrollTop(), 0);
    await form().tab('Renamed by 100% #1 · Basic Auth').click();
    await focused('field:username').waitFor();
    await standsAt(top);
    await form().button('Replace: Password').click();
    await focused('field:password').waitFor();
    await form().tab('First · Basic Auth').click();
    await form().text('Leave all empty').waitFor();
    await form().tab('Renamed by 100% #1 · Basic Auth').click();
    await workbench.webview().locator('vscode-button:focus', { hasText: 'Replace' }).waitFor();
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('has the new name after a rename in the view, without taking the keyboard from there', async () => {
    const { workbench } = sample;
    await rename('Renamed by 100% #1', 'Third');
    await form().tab('Third · Basic Auth').waitFor();
    await form().tab('Renamed by 100% #1 · Basic Auth').waitFor({ state: 'detached' });
    await settle();
    await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
    assert.deepEqual((await titles()).toSorted(), ['First · Basic Auth', 'Third · Basic Auth']);
  });

  it('and a first click into a form that moved without the focus arrives where it was meant', async () => {
    const { workbench } = sample;
    await workbench.page.setViewportSize({ width: 1440, height: 400 });
    await form().input('Name, required').click();
    await scrollTo(10_000);
    await workbench.runCommand('View: Focus into Primary Side Bar');
    const file = sample.file('.cognigy', 'connections.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"Third"', '"Third too"'));
    await form().tab('Third too · Basic Auth').waitFor();
    await form().tab('Third · Basic Auth').waitFor({ state: 'detached' });
    await form().button('Clear: Password').waitFor();
    await settle();
    const top = await scrollTop();
    assert.ok(typeof top === 'number' && top > 100, 'the name is out of sight');
    await form().button('Clear: Password').click();
    await form().button('Keep Stored Value: Password').waitFor();
    assert.equal(await scrollTop(), top);
    await workbench.runCommand('File: Revert File');
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await rename('Third too', 'Third');
    await form().tab('Third · Basic Auth').waitFor();
    await form().tab('Third too · Basic Auth').waitFor({ state: 'detached' });
  });

  it('has it when it is looked at, and does not come to the front for that', async () => {
    const { workbench } = sample;
    const active = (name: string) =>
      workbench.page.locator('.tab.active', { hasText: `${name} · Basic Auth` });
    await rename('First', 'Fourth');
    await settle();
    assert.deepEqual((await titles()).toSorted(), ['First · Basic Auth', 'Third · Basic Auth']);
    await active('Third').waitFor();
    await form().tab('First · Basic Auth').click();
    await active('Fourth').waitFor();
    await form().tab('First · Basic Auth').waitFor({ state: 'detached' });
    assert.equal(await form().input('Name, required').inputValue(), 'Fourth');
    assert.deepEqual((await titles()).toSorted(), ['Fourth · Basic Auth', 'Third · Basic Auth']);
  });
});

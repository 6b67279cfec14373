import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../support/sampleWorkbench';
import { filesHolding } from '../support/searchFiles';
import type { Workbench } from '../support/workbench';

/** Unlike anything that stands in a file by itself; with characters that encodings treat differently. */
const password = 'planted-pässword-7f3a';

describe('First slice, as a person does it', () => {
  const sample = useSampleWorkbench();
  let workbench: Workbench;
  const item = (name: string) => workbench.connectionItem(name);
  const input = (label: string): Locator => workbench.webview().getByLabel(label, { exact: true });
  const button = (label: string): Locator =>
    workbench.webview().getByRole('button', { name: label, exact: true });
  const tab = (title: string): Locator => workbench.page.getByRole('tab', { name: title });
  const problems = (): Locator =>
    workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'connection-unknown' });
  const goToText = (text: string) => workbench.goToText(text);
  /** What a paste brings, typed into the palette's input as a person would to look at it. */
  const pasted = async (): Promise<string> => {
    await workbench.page.keyboard.press('ControlOrMeta+P');
    const box = workbench.page.locator('.quick-input-widget input.input');
    await box.fill('');
    await workbench.page.keyboard.press('ControlOrMeta+V');
    const text = await box.inputValue();
    await workbench.page.keyboard.press('Escape');
    return text;
  };

  before(async () => {
    ({ workbench } = sample);
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  it('the view lists what the flows use and nobody has named', async () => {
    await workbench.activityBar('Flow Connections');
    await item('Not Registered').waitFor();
    assert.match((await item('api.service-now.com').textContent()) ?? '', /Basic Auth · 3 nodes/);
    assert.match((await item('jira.example.com').textContent()) ?? '', /API Key \(Authorization\) · 1 node/);
    await workbench.screenshot('1-not-registered');
  });

  it('a flow file only hints at them while nothing is registered', async () => {
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await goToText('3ee0eb96');
    await workbench.page.locator('.squiggly-hint').first().waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    await workbench.page.getByText('No problems have been detected').first().waitFor();
    await workbench.screenshot('2-hint');
  });

  it('Register opens the editor with Reference ID and type set, refuses half a credential, and saves', async () => {
    await item('api.service-now.com').hover();
    await item('api.service-now.com').getByRole('button', { name: 'Register' }).click();
    await tab('api.service-now.com · Basic Auth').waitFor();
    const editor = workbench.webview();
    await editor.getByText('Basic Auth (@cognigy/basic-nodes / http_basic)').waitFor();
    await editor.getByText('Used by 3 nodes').waitFor();
    await input('Name, required').fill('ServiceNow');
    await input('Description').fill('Ticket system, user svc-bot');
    await input('Username, required').fill('svc-bot');
    await button('Save').click();
    await editor.getByRole('alert').getByText('Enter a value for Password.').waitFor();
    await workbench.screenshot('3-refused');
    await input('Password, required').fill(password);
    await button('Save').click();
    await tab('ServiceNow · Basic Auth').waitFor();
    await editor.getByText('It’s stored on this machine and can’t be shown.').waitFor();
    await item('ServiceNow').waitFor();
    await workbench.screenshot('4-registered');
    const [entry, ...others] = sample.connections();
    assert.equal(entry?.name, 'ServiceNow');
    assert.equal(entry.temporary, undefined);
    assert.equal(others.length, 0);
  });

  it('from then on the others are warnings, and the registered one is none', async () => {
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await problems().nth(1).waitFor();
    assert.equal(await problems().count(), 2, 'one here, and one in a file that nobody has open');
    await workbench.screenshot('5-warning');
  });

  it('its code leads from the list of problems to what the README says of it', async () => {
    await problems().first().locator('a.monaco-link').click();
    await tab('README.md').waitFor();
    await workbench.page.locator('.view-line', { hasText: '### connection-unknown' }).waitFor();
    await workbench.runCommand('View: Close Editor');
    await tab('README.md').waitFor({ state: 'detached' });
  });

  it('a problem goes the moment its Connection is registered, without a reload', async () => {
    await item('Tell the team').click();
    await tab('Tell the team · SMTP').waitFor();
    await input('Name, required').fill('Mail');
    await workbench.webview().locator('html').evaluate('document.documentElement.id = "before"');
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await tab('Mail · SMTP').waitFor();
    // The editor that moves to its new title takes the focus along, and would close a quick input.
    await workbench.webview().locator('html:not(#before) main').waitFor();
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await problems().nth(1).waitFor({ state: 'detached' });
  });

  it('New Connection by keyboard alone, without a Reference ID: a temporary one, marked so', async () => {
    await workbench.newConnection('Basic Auth');
    await input('Name, required').waitFor();
    const { keyboard } = workbench.page;
    await workbench.webview().locator('vscode-textfield[focused]').waitFor();
    await keyboard.type('Later');
    for (const text of ['', '', 'someone', password]) {
      await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await keyboard.press('ControlOrMeta+S');
    await tab('Later · Basic Auth').waitFor();
    await workbench.webview().getByText('Create it on Cognigy.AI, then choose Link to Cognigy.AI.').waitFor();
    assert.match((await item('Later').textContent()) ?? '', /temporary · no nodes/);
    const entry = sample.connections().find(({ name }) => name === 'Later');
    assert.equal(entry?.temporary, true);
    assert.match(entry.referenceId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await workbench.screenshot('6-temporary');
  });

  it('Copy Reference ID from the context menu, and under the cursor from the palette', async () => {
    const id = sample.connections().find(({ name }) => name === 'ServiceNow')?.referenceId;
    await item('ServiceNow').click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Copy Reference ID' }).hover();
    await workbench.screenshot('7-context-menu');
    await workbench.chooseFromMenu('Copy Reference ID');
    await workbench.page.locator('.statusbar').getByText(`Copied ${id}`).waitFor();
    assert.equal(await pasted(), id);
    await workbench.openFile('Main chart.json', 'chart.json');
    await goToText('"apiKeyAuthKeyConnection": "f4');
    await workbench.runCommand('Flow Connections: Copy Reference ID');
    await workbench.page.locator('.statusbar').getByText('Copied f41786a2').waitFor();
    assert.match(await pasted(), /^f41786a2-/);
  });

  it('after a reload the editor shows what is set, and never the password', async () => {
    await workbench.reload();
    await workbench.activityBar('Flow Connections');
    await item('ServiceNow').click();
    await workbench.webview().getByText('It’s stored on this machine and can’t be shown.').waitFor();
    const username = input('Username, required');
    while ((await username.inputValue()) !== 'svc-bot') await workbench.page.waitForTimeout(50);
    const html = await workbench.webview().locator('html').innerHTML();
    assert.ok(html.includes('ServiceNow'), 'the search sees the page');
    assert.ok(!html.includes(password));
  });

  for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
    it(`can be looked at in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.webview().getByText('Used by 3 nodes').waitFor();
      await workbench.screenshot(`8-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('the password stands in no file and no line of the console', () => {
    const forms = [
      password,
      encodeURIComponent(password),
      Buffer.from(`svc-bot:${password}`).toString('base64'),
    ];
    for (const form of [...forms, 'planted-p']) {
      assert.deepEqual(filesHolding(sample.file(), form), []);
      assert.deepEqual(filesHolding(workbench.profile, form), []);
      assert.deepEqual(
        workbench.consoleLines.filter((line) => line.includes(form)),
        [],
      );
    }
    assert.ok(filesHolding(sample.file(), 'ServiceNow').length > 0, 'the search sees the workspace');
    assert.ok(filesHolding(workbench.profile, 'ServiceNow').length > 0, 'the search sees the user’s data');
    assert.ok(workbench.consoleLines.length > 0, 'the search sees the console');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { useSampleWorkbench } from '../support/sampleWorkbench';

describe('A Connection’s life', () => {
  const sample = useSampleWorkbench();
  const item = (name: string) => sample.workbench.connectionItem(name);
  const named = (name: string) => sample.connections().find((entry) => entry.name === name);
  /** Answers the question that Quick Input asks under this title. */
  const answer = async (title: string, text: string) => {
    const { quickInput } = sample.workbench;
    await quickInput.getByText(title).waitFor();
    await quickInput.locator('input.input').fill(text);
    await sample.press('Enter');
  };
  const { press } = sample;

  it('is registered and edited', async () => {
    const { workbench } = sample;
    await workbench.activityBar('Flow Connections');
    await item('api.service-now.com').hover();
    await item('api.service-now.com').getByRole('button', { name: 'Register' }).click();
    const form = new ConnectionFormActions(workbench);
    await form.tab('api.service-now.com · Basic Auth').waitFor();
    await form.input('Name, required').fill('ServiceNow');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('life-pw');
    await form.save('ServiceNow · Basic Auth');
    await item('ServiceNow').waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('is renamed and duplicated with its credentials, by mouse', async () => {
    const { workbench } = sample;
    await workbench.pickFromMenu(item('ServiceNow'), 'Rename…');
    await answer('Rename “ServiceNow”', 'Tickets');
    await item('Tickets').waitFor();
    await workbench.pickFromMenu(item('Tickets'), 'Duplicate…');
    await answer('Duplicate “Tickets”', 'Tickets copy');
    await workbench.dialog.getByText('Copy the credentials of “Tickets” too?').waitFor();
    await workbench.screenshot('life-1-duplicate');
    await workbench.dialog.getByRole('button', { name: 'Copy Credentials' }).click();
    await item('Tickets copy').waitFor();
    assert.equal(named('Tickets copy')?.temporary, true);
    await workbench.editConnection('Tickets copy', 'temporary · no nodes, 2 of 2 fields on this machine');
    const form = new ConnectionFormActions(workbench);
    await form.button('Replace: Password').waitFor();
    assert.equal(await form.input('Username, required').inputValue(), 'bot');
    await workbench.runCommand('View: Close All Editors');
  });

  it('is linked to the Reference ID that Cognigy.AI gave, by mouse', async () => {
    const { workbench } = sample;
    const id = 'a1234567-89ab-4cde-8f01-23456789abcd';
    await workbench.pickFromMenu(item('Tickets copy'), 'Link to Cognigy.AI…');
    await workbench.quickPick('Enter', 'Enter the Reference ID…');
    await answer('Link “Tickets copy” to Cognigy.AI', id);
    await workbench.page.locator('.statusbar').getByText('Linked “Tickets copy”').waitFor();
    assert.equal(named('Tickets copy')?.referenceId, id);
    assert.equal(named('Tickets copy')?.temporary, undefined);
    await workbench.editConnection('Tickets copy', 'Basic Auth · no nodes, 2 of 2 fields on this machine');
    await new ConnectionFormActions(workbench).button('Replace: Password').waitFor();
    await workbench.screenshot('life-2-linked');
    await workbench.runCommand('View: Close All Editors');
  });

  it('is exported without its credentials, by mouse', async () => {
    const { workbench } = sample;
    await workbench.pickFromMenu(item('Tickets'), 'Export as Package…');
    await workbench.quickInput.getByText('Cognigy.AI can’t import it').click();
    const path = workbench.quickInput.locator('input.input');
    while (!(await path.inputValue()).endsWith('.connections.zip')) await workbench.page.waitForTimeout(50);
    const file = await path.inputValue();
    await press('Enter');
    await workbench.page.locator('.statusbar').getByText('Exported 1 Connection').waitFor();
    const texts = Object.values(unzipSync(readFileSync(file))).map((bytes) =>
      new TextDecoder().decode(bytes),
    );
    assert.equal(texts.length, 2);
    assert.ok(texts.some((text) => text.includes('"Tickets"')));
    assert.ok(!texts.some((text) => text.includes('life-pw')));
  });

  it('is deleted and comes back whole, by mouse and by keyboard', async () => {
    const { workbench } = sample;
    const before = sample.connections();
    await workbench.pickFromMenu(item('Tickets'), 'Delete…');
    await workbench.dialog.getByText('Delete “Tickets”?').waitFor();
    await workbench.screenshot('life-3-delete');
    await workbench.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await workbench.toast.getByText('Deleted “Tickets”. 3 nodes still name it.').waitFor();
    await workbench.screenshot('life-4-deleted');
    await workbench.toast.getByRole('button', { name: 'Undo' }).click();
    await item('Tickets').waitFor();
    assert.deepEqual(sample.connections(), before);

    await workbench.runCommand('Flow Connections: Delete Connection…');
    await workbench.quickPick('Tickets copy', 'Tickets copy');
    await workbench.dialog.getByText('Delete “Tickets copy”?').waitFor();
    await press('Enter');
    await workbench.toast.getByText('Deleted “Tickets copy”').waitFor();
    await item('Tickets copy').waitFor({ state: 'detached' });
    assert.equal(named('Tickets copy'), undefined);
  });

  it('is renamed by keyboard alone', async () => {
    const { workbench } = sample;
    await workbench.runCommand('Flow Connections: Rename Connection…');
    await workbench.quickPick('Tickets', 'Tickets');
    await answer('Rename “Tickets”', 'Renamed by key');
    await item('Renamed by key').waitFor();
    assert.ok(named('Renamed by key'));
  });

  for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
    it(`can be looked at in ${theme}`, async () => {
      await sample.workbench.setTheme(theme);
      await item('Renamed by key').waitFor();
      await sample.workbench.screenshot(`life-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
});

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { formOf } from '../../src/core/connection/types';
import type { CredentialField } from '../../src/core/connection/types/connectionForm';
import { english } from '../../src/core/english';
import { shippedCatalog } from '../support/catalog';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { copyFolder } from '../support/fixture';
import { filesHolding } from '../support/searchFiles';
import { openWorkbench, type Workbench } from '../support/workbench';

const catalog = shippedCatalog();
const forms = catalog.connectionTypes
  .filter(({ extension }) => extension.startsWith('@cognigy/'))
  .map((type) => formOf(type, catalog, english));

const secretMark = 'cnry-secret';
const plainMark = 'cnry-plain';

/** A value that the field takes, and that stands nowhere else. */
function canary(type: string, { name, isSecret }: CredentialField): string {
  const value = `${isSecret ? secretMark : plainMark}-${type}-${name}`.toLowerCase();
  if (name === 'port') return '587';
  if (/url$/i.test(name)) return `https://${value}.example.com/token`;
  return name === 'connectionString' ? `mongodb://bot:${value}@db/a` : value;
}

const referenceId = (i: number) => `${(0xc0000000 + i).toString(16)}-0000-4000-8000-00000000000a`;

describe('A canary in every field of every type', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  let form: ConnectionFormActions;
  /** What the webviews were told. */
  const messages: string[] = [];

  const recordMessages = async (context: BrowserContext) => {
    await context.exposeBinding('recordMessage', (_source, text: string) => void messages.push(text));
    // The document of a webview is written anew after this ran, which takes listeners away but no timers.
    await context.addInitScript(`
      if (location.href === 'about:blank' && window.name === '') {
        const record = ({ data }) => recordMessage(JSON.stringify(data));
        setInterval(() => addEventListener('message', record, true), 1);
      }`);
  };

  before(async () => {
    folder = copyFolder('media/sample');
    mkdirSync(join(folder.path, '.cognigy'));
    const connections = forms.map(({ extension, type, label }, i) => ({
      referenceId: referenceId(i),
      name: `Canary ${label}`,
      extension,
      type,
    }));
    const file = { version: 1, id: 'c0000000-0000-4000-8000-000000000001', connections };
    writeFileSync(join(folder.path, '.cognigy', 'connections.json'), JSON.stringify(file, undefined, 2));
    workbench = await openWorkbench({ folder: folder.path, initScript: recordMessages });
    form = new ConnectionFormActions(workbench);
    // A palette that opens before the flows are read lacks the commands that need some.
    await workbench.activityBar('Flow Connections');
    await workbench.page.getByRole('treeitem', { name: 'Not Registered' }).first().waitFor();
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  for (const { label, type, fields } of forms) {
    it(`${type}: is not in the form once it is saved, and plain values are in no other form`, async () => {
      const name = `Canary ${label}`;
      const before = messages.length;
      await workbench.runCommand('Flow Connections: Edit Connection…');
      await workbench.quickPick(name, name);
      await form.tab(`${name} · ${label}`).waitFor();
      for (const field of fields) {
        const inputLabel = field.isRequired ? `${field.label}, required` : field.label;
        await form.input(inputLabel).fill(canary(type, field));
      }
      await form.save(`${name} · ${label}`);
      const secrets = fields.filter(({ isSecret }) => isSecret);
      for (const secret of secrets) await form.button(`Replace: ${secret.label}`).waitFor();
      const content = await form.content();
      assert.ok(!content.includes(secretMark));
      for (const field of fields.filter(({ isSecret }) => !isSecret)) {
        assert.ok(content.includes(canary(type, field)), `${field.name} is shown`);
      }
      const heard = messages.slice(before);
      assert.ok(
        heard.some((message) => message.includes(name)),
        'the recording hears the host',
      );
      const own = `-${type}-`.toLowerCase();
      for (const message of heard) {
        for (const [mark] of message.matchAll(/cnry-\w+-\w+-/g)) assert.ok(mark.endsWith(own), mark);
      }
      await workbench.runCommand('View: Close All Editors');
    });
  }

  it('and stands in no message to a form, no file, and no line of a log', () => {
    assert.deepEqual(
      messages.filter((message) => message.includes(secretMark)),
      [],
    );
    for (const mark of [secretMark, plainMark]) {
      assert.deepEqual(filesHolding(folder.path, mark), []);
      assert.deepEqual(filesHolding(workbench.profile, mark), []);
      assert.deepEqual(
        workbench.consoleLines.filter((line) => line.includes(mark)),
        [],
      );
      assert.ok(!workbench.extensionLogs().includes(mark));
    }
    assert.ok(filesHolding(folder.path, 'Canary Basic Auth').length > 0, 'the search sees the workspace');
    assert.ok(filesHolding(workbench.profile, 'Canary Basic Auth').length > 0, 'and the user’s data');
  });
});

import assert from 'node:assert/strict';
import type { ConnectionTypeKey } from '../../src/core/catalog/catalog';
import { useForms, type FormPage } from '../support/formPage';
import { basicAuth, MemoryProject } from '../support/memoryProject';
import { typeByLabel } from '../support/typeByLabel';

describe('The form helps', () => {
  const forms = useForms();
  const open = async (type: ConnectionTypeKey, project = new MemoryProject()): Promise<FormPage> =>
    forms.show(await project.open(project.newTarget(type)));
  /** Puts a text on the clipboard and pastes it into the input that has the focus. */
  const paste = async (text: string) => {
    await forms.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await forms.page.keyboard.press('ControlOrMeta+V');
  };
  /** Drops a file onto the form, as far as the form hears of it. */
  const dropFile = async (name: string, content: string) => {
    const main = forms.page.locator('main');
    const dataTransfer = await main.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
      return transfer;
    })()`);
    await main.dispatchEvent('drop', { dataTransfer });
  };

  it('a pasted curl command fills what it holds, and Undo takes it back', async () => {
    const form = await open(basicAuth);
    await form.input('Password, required').click();
    await paste(`curl -u 'svc-bot:curl-pw' https://api.example.com/`);
    await form.text('Filled in from the curl command: Username, Password.').waitFor();
    assert.equal(await form.input('Username, required').inputValue(), 'svc-bot');
    await form.text('Entered, not saved yet.').waitFor();
    await form.screenshot('curl');
    await form.button('Undo').click();
    assert.equal(await form.input('Username, required').inputValue(), '');
    assert.equal(await form.input('Password, required').inputValue(), '');
    await form.settle();
    assert.equal(form.document.isTouched, true, 'the cleared user name is a change');
    assert.deepEqual(form.document.draft.fields.password, { kind: 'keep' });
  });

  it('a pasted curl command says what is not understood, and that it holds nothing, and is no password', async () => {
    const form = await open(basicAuth);
    await form.input('Password, required').click();
    await paste(`curl -u 'svc-bot:pw' -d @body.json https://api.example.com/`);
    await form.text('Filled in from the curl command: Username, Password. Not understood: -d.').waitFor();
    await form.button('Undo').click();
    await form.input('Password, required').click();
    await paste('curl -u "bot:$PASSWORD" https://api.example.com/');
    await form.text('This curl command holds nothing for these fields. Not understood: -u.').waitFor();
    assert.equal(await form.input('Password, required').inputValue(), '');
  });

  it('a pasted service-account file fills Google’s form, line breaks and all', async () => {
    const account = {
      type: 'service_account',
      project_id: 'acme',
      private_key: 'a\nb\n',
      client_email: 'bot@acme',
    };
    const project = new MemoryProject();
    const form = await open(typeByLabel('Google Vertex AI'), project);
    await form.input('Name, required').fill('Vertex');
    await form.input('Client E-Mail, required').click();
    await paste(JSON.stringify(account));
    await form.text('Filled in from the service-account file').waitFor();
    assert.equal(await form.input('Project ID, required').inputValue(), 'acme');
    await form.assertAccessible();
    assert.equal((await form.save()).kind, 'saved');
    await form.button('Clear: Private Key').waitFor();
    assert.equal(await form.document.credentials.valueOf('privateKey'), 'a\nb\n');
  });

  it('a pasted key keeps its line breaks but the last, which belongs to the file', async () => {
    const form = await open(typeByLabel('Google Cloud Storage'));
    await form.input('Name, required').fill('Pasted key');
    await form.input('Bucket Name, required').fill('acme');
    await form.input('Client E-Mail, required').fill('bot@acme');
    await form.input('Private Key, required').click();
    await paste('-----BEGIN-----\nabc\n-----END-----\r\n');
    assert.equal((await form.save()).kind, 'saved');
    assert.equal(
      await form.document.credentials.valueOf('privateKey'),
      '-----BEGIN-----\nabc\n-----END-----',
    );
    await form.button('Copy: Private Key').click();
    await form.settle();
    assert.deepEqual(form.asked, ['copyField privateKey']);
  });

  it('a text that is dragged into an input arrives there', async () => {
    const form = await open(basicAuth);
    const { mouse } = form.page;
    await form.text('http_basic').click({ clickCount: 3 });
    const from = await form.text('http_basic').boundingBox();
    const to = await form.input('Description').boundingBox();
    assert.ok(from && to);
    await mouse.move(from.x + 10, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + 40, to.y + to.height / 2, { steps: 10 });
    await mouse.up();
    await form.settle();
    assert.match(await form.input('Description').inputValue(), /http_basic/);
    assert.match(form.document.draft.description, /http_basic/);
  });

  it('a dropped file fills what it holds, or is said not to fit', async () => {
    const form = await open(typeByLabel('MongoDB'));
    const connectionString = 'mongodb://bot:dropped-pw@db/orders';
    await dropFile('connection.txt', `${connectionString}\n`);
    await form.text('Filled in from the connection string: Connection String.').waitFor();
    const undo = form.button('Undo');
    await undo.waitFor();
    await dropFile('notes.txt', 'Buy milk');
    await form.text('notes.txt holds nothing that fits this form.').waitFor();
    await form.screenshot('dropped');
    assert.equal(await undo.isVisible(), false);
    await dropFile('$&.bin', connectionString.padEnd(100_001));
    await form.text('$&.bin is too large: a field holds at most 10,000 characters.').waitFor();
    await form.page.evaluate('Blob.prototype.text = () => Promise.reject(new Error("gone"))');
    await dropFile('moved.txt', connectionString);
    await form.text('moved.txt can’t be read.').waitFor();
  });

  it('the word that Cognigy.AI adds itself is removed by a click', async () => {
    const form = await open(typeByLabel('API Key (Authorization)'));
    await form.input('API Key, required').fill('ApiKey abc');
    await form.text('Cognigy.AI adds the word ApiKey itself.').waitFor();
    await form.screenshot('surplus');
    await form.button('Remove: API Key').click();
    assert.equal(await form.input('API Key, required').inputValue(), 'abc');
    await form.text('Cognigy.AI adds the word ApiKey itself.').waitFor({ state: 'hidden' });
  });

  it('is filled in and saved by keyboard alone', async () => {
    const form = await open(typeByLabel('MSSQL'));
    const { keyboard } = form.page;
    await form.page.locator('vscode-textfield[focused]').waitFor();
    const values = ['Sales', 'By keyboard', '', 'db.example.com', '1433', 'sales', 'bot', 'key-pw-1'];
    for (const [i, value] of values.entries()) {
      if (i > 0) await keyboard.press('Tab');
      await keyboard.type(value);
    }
    await keyboard.press('Enter');
    await form.text('It’s stored on this machine and can’t be shown.').waitFor();
    await form.input('Username, required').focus();
    const replace = form.page.locator('vscode-button:focus').and(form.button('Replace: Password'));
    for (let tabs = 0; tabs < 4 && (await replace.count()) === 0; tabs++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.type('key-pw-2');
    await keyboard.press('ControlOrMeta+S');
    // What was typed is saved and its input is gone; the keyboard goes on beside it.
    await replace.waitFor();
    assert.equal(await form.document.credentials.valueOf('password'), 'key-pw-2');
    assert.equal(await form.input('Database, required').inputValue(), 'sales');
  });

  it('bad input is said beside its field, and keeps what was typed', async () => {
    const form = await open(typeByLabel('OAuth2'));
    const says = async (label: string, value: string, sentence: string) => {
      await form.input(label).fill(value);
      await form.text(sentence).first().waitFor();
      assert.equal(await form.input(label).inputValue(), value);
    };
    for (const character of '\\/:*?"<>|') {
      await says('Name, required', `a${character}`, `Cognigy.AI does not allow ${character} in a name.`);
    }
    await says('Client Secret, required', 'x'.repeat(10_001), 'This value has 10001.');
    await says('Token URL, required', 'login', 'Enter the whole address');
    await says('Token URL, required', 'http://login.example.com', 'http sends the credentials in the open.');
    await says('Reference ID', 'no uuid', 'A Reference ID looks like');
    assert.equal((await form.save()).kind, 'kept');
    await form.page.getByRole('alert').getByText('Enter a value for Client ID.').waitFor();
    await form.screenshot('bad input');
    await form.assertAccessible();
  });

  it('an unknown type gets fields of the user’s naming, secret until said otherwise', async () => {
    const project = new MemoryProject();
    const form = await open({ extension: '@acme/crm', type: 'crm' }, project);
    await form.input('Name, required').fill('CRM');
    await form.input('Name of a new field').fill('not ok');
    await form.button('Add Field').click();
    await form.text('A field is named with letters').waitFor();
    await form.input('Name of a new field').fill('apiHost');
    await form.page.keyboard.press('Enter');
    await form.input('API Host').fill('crm.example.com');
    await form.text('Not a secret').click();
    await form.input('Name of a new field').fill('token');
    await form.button('Add Field').click();
    await form.input('Token').fill('crm-token');
    assert.equal((await form.save()).kind, 'saved');
    assert.equal(await form.input('API Host').inputValue(), 'crm.example.com');
    await form.button('Replace: Token').waitFor();
    await form.assertAccessible();
    await form.screenshot('free');
    assert.deepEqual(project.connections[0]?.plainFields, ['apiHost']);
    assert.ok(!project.connectionsText.includes('crm.example.com'));
  });

  it('what the host fills in from a file is shown, of secrets only that it was entered', async () => {
    const project = new MemoryProject();
    const document = await project.open(project.newTarget(typeByLabel('Google Vertex AI')));
    const form = await forms.show(document, {
      fill: (filled) => {
        filled.editField('projectId', { kind: 'replace', value: 'acme' });
        filled.editField('privateKey', { kind: 'replace', value: 'planted-key' });
        return ['projectId', 'privateKey'];
      },
    });
    await form.button('Choose Service-Account File…').click();
    await form.text('Entered, not saved yet.').waitFor();
    assert.equal(await form.input('Project ID, required').inputValue(), 'acme');
    assert.ok(!(await form.content()).includes('planted-key'));
    assert.ok(!form.heard.join('\n').includes('planted-key'));
  });

  it('a Reference ID is typed until the Connection is registered, and only to be copied from then on', async () => {
    const project = new MemoryProject();
    const form = await open(basicAuth, project);
    await form.input('Name, required').fill('Linked');
    await form.input('Reference ID').fill('b2582db9-2bd7-4a35-94a3-fbbade0a581d');
    await form.page.keyboard.press('Enter');
    await form.input('Reference ID').waitFor({ state: 'detached' });
    await form.page.locator('vscode-button:focus').and(form.button('Copy: Reference ID')).waitFor();
    await form.page.locator('code', { hasText: 'b2582db9-2bd7-4a35-94a3-fbbade0a581d' }).waitFor();
    // What was typed while the save ran makes no second Connection.
    form.document.editText('referenceId', 'c2582db9-2bd7-4a35-94a3-fbbade0a581d');
    await form.input('Description').fill('once');
    assert.equal((await form.save()).kind, 'saved');
    assert.deepEqual(
      project.connections.map(({ referenceId, description }) => [referenceId, description]),
      [['b2582db9-2bd7-4a35-94a3-fbbade0a581d', 'once']],
    );
  });

  it('a folder that is gone is said to be, and nothing typed is lost', async () => {
    const project = new MemoryProject();
    const form = await open(typeByLabel('API Key (X-Api-Key)'), project);
    await form.input('Name, required').fill('Homeless');
    await form.input('API Key, required').fill('homeless-key-1');
    project.isFolderThere = false;
    const kept = await form.save();
    assert.match('sentence' in kept ? (kept.sentence ?? '') : '', /^The folder “work” is gone/);
    assert.equal(await form.input('API Key, required').inputValue(), 'homeless-key-1');
    assert.equal(project.connectionsText, '');
    project.isFolderThere = true;
    assert.equal((await form.save()).kind, 'saved');
    await form.button('Replace: API Key').waitFor();
  });
});

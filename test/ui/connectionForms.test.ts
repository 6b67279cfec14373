import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { leaveTraces } from '../support/failureTraces';
import { copyFolder } from '../support/fixture';
import { openWorkbench, type Workbench } from '../support/workbench';

interface Case {
  readonly type: string;
  readonly name: string;
  /** What is typed, by label; a trailing `!` marks a secret. */
  readonly fields: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    type: 'Basic Auth',
    name: 'ServiceNow',
    fields: { 'Username, required': 'svc-bot', 'Password, required!': 'basic-pw-1' },
  },
  {
    type: 'OAuth2',
    name: 'Salesforce',
    fields: {
      'Token URL, required': 'https://login.example.com/token',
      'Client ID, required!': 'client-1',
      'Client Secret, required!': 'client-pw-1',
      Scope: 'read write',
    },
  },
  { type: 'API Key (Authorization)', name: 'Jira', fields: { 'API Key, required!': 'auth-key-1' } },
  { type: 'API Key (X-Api-Key)', name: 'Weather', fields: { 'API Key, required!': 'x-key-1' } },
  {
    type: 'SMTP',
    name: 'Mail',
    fields: {
      'Host, required': 'mail.example.com',
      'Port, required': '587',
      'TLS Option, required': 'STARTTLS',
      'Username, required': 'bot@example.com',
      'Password, required!': 'mail-pw-1',
    },
  },
  {
    type: 'MongoDB',
    name: 'Orders',
    fields: { 'Connection String, required!': 'mongodb://bot:mongo-pw-1@db/orders' },
  },
  { type: 'OpenAI', name: 'Answers', fields: { 'API Key, required!': 'sk-openai-1' } },
];

const themes = ['Dark Modern', 'Light Modern', 'Dark High Contrast'];

describe('The form of every kind', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  let form: ConnectionFormActions;

  before(async () => {
    folder = copyFolder('media/sample');
    workbench = await openWorkbench({ folder: folder.path });
    form = new ConnectionFormActions(workbench);
    await workbench.activityBar('Flow Connections');
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  cases.forEach(({ type, name, fields }, i) => {
    it(`${type}: created and edited by mouse, shown in a theme, and open to everybody`, async () => {
      await workbench.setTheme(themes[i % themes.length] ?? '');
      await workbench.newConnection(type);
      await form.input('Name, required').fill(name);
      for (const [label, value] of Object.entries(fields))
        await form.input(label.replace('!', '')).fill(value);
      await form.save(`${name} · ${type}`);
      await form.assertAccessible();
      await workbench.webview().locator('header svg path').waitFor();
      await workbench.screenshot(`form ${type}`);
      for (const [label, value] of Object.entries(fields)) {
        if (!label.endsWith('!')) assert.equal(await form.input(label).inputValue(), value);
        else assert.ok(!(await form.content()).includes(value), label);
      }
      await form.input('Description').fill('Edited by mouse');
      const secret = Object.keys(fields)
        .find((label) => label.endsWith('!'))
        ?.replace(/(, required)?!$/, '');
      await form.button(`Replace: ${secret}`).click();
      const edited = type === 'MongoDB' ? 'mongodb://bot:mongo-pw-2@db/orders' : 'pw-2';
      await form.input(`${secret}, required`).fill(edited);
      await form.save(`${name} · ${type}`);
      await form.text('It’s stored on this machine and can’t be shown.').first().waitFor();
      assert.ok(!(await form.content()).includes(edited));
      assert.match(
        readFileSync(join(folder.path, '.cognigy', 'connections.json'), 'utf8'),
        new RegExp(`"name": "${name}"[^}]*"description": "Edited by mouse"`),
      );
      await workbench.runCommand('View: Close All Editors');
    });
  });
});

describe('The form helps', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  let form: ConnectionFormActions;
  /** Puts a text on the clipboard and pastes it into the input that has the focus. */
  const paste = async (text: string) => {
    await workbench.writeClipboard(text);
    await workbench.page.keyboard.press('ControlOrMeta+V');
  };

  before(async () => {
    folder = copyFolder('media/sample');
    workbench = await openWorkbench({ folder: folder.path });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    form = new ConnectionFormActions(workbench);
  });
  afterEach(async function () {
    await leaveTraces(this.currentTest);
    await workbench.runCommand('View: Revert and Close Editor');
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  it('a pasted curl line fills what it holds, and Undo takes it back', async () => {
    await workbench.newConnection('Basic Auth');
    await form.input('Password, required').click();
    await paste(`curl -u 'svc-bot:curl-pw' https://api.example.com/`);
    await form.text('Filled in from the curl line: Username, Password.').waitFor();
    assert.equal(await form.input('Username, required').inputValue(), 'svc-bot');
    await form.text('Entered, not saved yet.').waitFor();
    await workbench.screenshot('form curl');
    await form.button('Undo').click();
    assert.equal(await form.input('Username, required').inputValue(), '');
    assert.equal(await form.input('Password, required').inputValue(), '');
  });

  it('a pasted service-account file fills Google’s form, line breaks and all', async () => {
    const account = {
      type: 'service_account',
      project_id: 'acme',
      private_key: 'a\nb\n',
      client_email: 'bot@acme',
    };
    await workbench.newConnection('Google Vertex AI');
    await form.input('Name, required').fill('Vertex');
    await form.input('Client E-Mail, required').click();
    await paste(JSON.stringify(account));
    await form.text('Filled in from the service-account file').waitFor();
    assert.equal(await form.input('Project ID, required').inputValue(), 'acme');
    await form.assertAccessible();
    await form.save('Vertex · Google Vertex AI');
    await form.button('Clear: Private Key').waitFor();
    await workbench.screenshot('form Google Vertex AI');
  });

  it('a pasted key keeps its line breaks but the last, which belongs to the file', async () => {
    await workbench.newConnection('Google Cloud Storage');
    await form.input('Name, required').fill('Pasted key');
    await form.input('Bucket Name, required').fill('acme');
    await form.input('Client E-Mail, required').fill('bot@acme');
    await form.input('Private Key, required').click();
    await paste('-----BEGIN-----\nabc\n-----END-----\r\n');
    await form.save('Pasted key · Google Cloud Storage');
    await form.button('Copy: Private Key').click();
    await workbench.dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await workbench.page.locator('.statusbar').getByText('Copied Private Key').waitFor();
    assert.equal(await workbench.readClipboard(), '-----BEGIN-----\nabc\n-----END-----');
  });

  it('a text that is dragged into an input arrives there', async () => {
    const { mouse } = workbench.page;
    await workbench.newConnection('Basic Auth');
    await form.text('http_basic').click({ clickCount: 3 });
    const from = await form.text('http_basic').boundingBox();
    const to = await form.input('Description').boundingBox();
    assert.ok(from && to);
    await mouse.move(from.x + 10, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + 40, to.y + to.height / 2, { steps: 10 });
    await mouse.up();
    const description = form.input('Description');
    while (!(await description.inputValue()).includes('http_basic')) await workbench.page.waitForTimeout(50);
  });

  it('a dropped file fills what it holds, or is said not to fit', async () => {
    await workbench.newConnection('MongoDB');
    const connectionString = 'mongodb://bot:dropped-pw@db/orders';
    await form.dropFile('connection.txt', `${connectionString}\n`);
    await form.text('Filled in from the connection string: Connection String.').waitFor();
    const undo = form.button('Undo');
    await undo.waitFor();
    await form.dropFile('notes.txt', 'Buy milk');
    await form.text('notes.txt holds nothing that fits this form.').waitFor();
    await workbench.screenshot('form dropped');
    assert.equal(await undo.isVisible(), false);
    await form.dropFile('$&.bin', connectionString.padEnd(100_001));
    await form.text('$&.bin is too large: a field holds at most 10,000 characters.').waitFor();
    await workbench
      .webview()
      .locator('main')
      .evaluate('Blob.prototype.text = () => Promise.reject(new Error("gone"))');
    await form.dropFile('moved.txt', connectionString);
    await form.text('moved.txt can’t be read.').waitFor();
  });

  it('the word that Cognigy.AI adds itself is removed by a click', async () => {
    await workbench.newConnection('API Key (Authorization)');
    await form.input('API Key, required').fill('ApiKey abc');
    await form.text('Cognigy.AI adds the word ApiKey itself.').waitFor();
    await workbench.screenshot('form surplus');
    await form.button('Remove: API Key').click();
    assert.equal(await form.input('API Key, required').inputValue(), 'abc');
    await form.text('Cognigy.AI adds the word ApiKey itself.').waitFor({ state: 'hidden' });
  });

  it('a form is filled in and saved by keyboard alone', async () => {
    const { keyboard } = workbench.page;
    await workbench.newConnection('MSSQL');
    await workbench.webview().locator('vscode-textfield[focused]').waitFor();
    const values = ['Sales', 'By keyboard', '', 'db.example.com', '1433', 'sales', 'bot', 'key-pw-1'];
    for (const [i, value] of values.entries()) {
      if (i > 0) await keyboard.press('Tab');
      await keyboard.type(value);
    }
    await keyboard.press('Enter');
    await form.tab('Sales · MSSQL').waitFor();
    await form.text('It’s stored on this machine and can’t be shown.').waitFor();
    await form.input('Username, required').focus();
    const replace = form.button('Replace: Password');
    const focused = workbench.webview().locator('vscode-button:focus');
    while ((await focused.and(replace).count()) === 0) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.type('key-pw-2');
    await workbench.page.locator('.tab.dirty').waitFor();
    await keyboard.press('ControlOrMeta+S');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    // What was typed is saved and its input is gone; the keyboard goes on beside it.
    await focused.and(replace).waitFor();
    assert.equal(await form.input('Database, required').inputValue(), 'sales');
  });

  it('what is typed before the host has heard of it stays when the host says what is stored', async () => {
    await workbench.newConnection('Basic Auth');
    await form.input('Name, required').fill('Heard');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('heard-pw');
    const html = workbench.webview().locator('html');
    await html.evaluate('document.documentElement.id = "before"');
    await form.save('Heard · Basic Auth');
    // The editor moves to its new title: what is typed into the form before is not meant here.
    await workbench.webview().locator('html:not(#before) main').waitFor();
    await html.evaluate(`addEventListener('message', ({ data }) => {
      const { state, isReset } = data.message ?? {};
      if (isReset && state.description === 'said') window.stored = data;
    })`);
    await form.input('Description').fill('said');
    await form.save('Heard · Basic Auth');
    // The same state once more while a letter is on its way: so it comes when a save ends in that moment.
    const typeAndHear = (description: string) =>
      html.evaluate(`(() => {
        const field = document.querySelector('[data-key="description"]');
        field.value = '${description}';
        field.dispatchEvent(new InputEvent('input'));
        dispatchEvent(new MessageEvent('message', { data: stored }));
      })()`);
    while (await html.evaluate('window.stored === undefined')) await workbench.page.waitForTimeout(50);
    await typeAndHear('said and more');
    assert.equal(await form.input('Description').inputValue(), 'said and more');
    await form.save('Heard · Basic Auth');
    // Nor does what was typed back to what was stored look as if nobody had typed.
    await typeAndHear('said and more');
    assert.equal(await form.input('Description').inputValue(), 'said and more');
  });

  it('bad input is said beside its field, and keeps what was typed', async () => {
    await workbench.newConnection('OAuth2');
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
    await form.button('Save').click();
    await form.text('Enter a value for Client ID.').first().waitFor();
    await workbench.screenshot('form bad input');
    await form.assertAccessible();
  });

  it('an unknown type gets fields of the user’s naming, secret until said otherwise', async () => {
    await workbench.runCommand('Flow Connections: New Connection…');
    await workbench.quickPick('Another Type', 'Another Type…');
    const box = workbench.page.locator('.quick-input-widget input.input');
    const answers = { 'Package name of the Extension': '@acme/crm', 'Name of the connection type': 'crm' };
    for (const [question, answer] of Object.entries(answers)) {
      await workbench.page.locator('.quick-input-widget').getByText(question).waitFor();
      await box.fill(answer);
      await workbench.page.keyboard.press('Enter');
    }
    await form.tab('New Connection · crm').waitFor();
    await form.input('Name, required').fill('CRM');
    await form.input('Name of a new field').fill('not ok');
    await form.button('Add Field').click();
    await form.text('A field is named with letters').waitFor();
    await form.input('Name of a new field').fill('apiHost');
    await workbench.page.keyboard.press('Enter');
    await form.input('API Host').fill('crm.example.com');
    await workbench.webview().getByText('Not a secret').click();
    await form.input('Name of a new field').fill('token');
    await form.button('Add Field').click();
    await form.input('Token').fill('crm-token');
    await form.save('CRM · crm');
    assert.equal(await form.input('API Host').inputValue(), 'crm.example.com');
    await form.button('Replace: Token').waitFor();
    await form.assertAccessible();
    await workbench.screenshot('form free');
    const file = readFileSync(join(folder.path, '.cognigy', 'connections.json'), 'utf8');
    assert.match(file, /"plainFields": \[\s*"apiHost"\s*\]/);
    assert.ok(!file.includes('crm.example.com'));
  });

  it('Set Credentials asks one field after another, and Escape keeps what was', async () => {
    const { keyboard } = workbench.page;
    const widget = workbench.page.locator('.quick-input-widget');
    const answer = async (step: string, value: string) => {
      await widget.getByText(step).waitFor();
      await widget.locator('input.input').fill(value);
      await keyboard.press('Enter');
    };
    await workbench.runCommand('Flow Connections: New Connection Step by Step…');
    await workbench.quickPick('SMTP', 'SMTP');
    await answer('(1/8)', 'Asked');
    await answer('(2/8)', '');
    await answer('(3/8)', '');
    await answer('(4/8)', 'mail.example.com');
    await answer('(5/8)', '99999');
    await widget.getByText('A port is a number from 1 to 65535.').waitFor();
    await workbench.screenshot('form by questions');
    await answer('(5/8)', '25');
    await answer('(6/8)', 'none');
    await answer('(7/8)', 'bot');
    await widget.getByText('(8/8)').waitFor();
    assert.equal(await widget.locator('input.input').getAttribute('type'), 'password');
    await answer('(8/8)', 'asked-pw');
    await workbench.page.locator('.statusbar').getByText('Saved “Asked”').waitFor();

    const openForm = async () => {
      await workbench.runCommand('Flow Connections: Edit Connection…');
      await workbench.quickPick('Asked', 'Asked');
      await form.tab('Asked · SMTP').waitFor();
    };
    await workbench.runCommand('Flow Connections: Set Credentials…');
    await workbench.quickPick('Asked', 'Asked');
    await answer('(1/5)', 'other.example.com');
    await widget.getByText('(2/5)').waitFor();
    await keyboard.press('Escape');
    await openForm();
    assert.equal(await form.input('Host, required').inputValue(), 'mail.example.com');

    await workbench.runCommand('Flow Connections: Set Credentials…');
    await workbench.quickPick('Asked', 'Asked');
    await answer('(1/5)', 'other.example.com');
    for (const step of ['(2/5)', '(3/5)', '(4/5)']) {
      await widget.getByText(step).waitFor();
      await keyboard.press('Enter');
    }
    await widget.getByText('Leave it empty to keep it.').waitFor();
    await keyboard.press('Enter');
    await workbench.page.locator('.statusbar').getByText('Saved “Asked”').waitFor();
    // The form that is open follows.
    const host = form.input('Host, required');
    while ((await host.inputValue()) !== 'other.example.com') await workbench.page.waitForTimeout(50);
    await form.button('Replace: Password').waitFor();
  });

  it('a stored secret is copied after a question, and not before', async () => {
    await workbench.newConnection('API Key (X-Api-Key)');
    await form.input('Name, required').fill('Copied');
    await form.input('API Key, required').fill('copied-key-1');
    await form.save('Copied · API Key (X-Api-Key)');
    await workbench.writeClipboard('before');
    const dialog = workbench.page.getByRole('dialog');
    await form.button('Copy: API Key').click();
    await dialog.getByText('Copy API Key of “Copied”?').waitFor();
    await workbench.screenshot('form copy');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await workbench.readClipboard(), 'before');
    await form.button('Copy: API Key').click();
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await workbench.page.locator('.statusbar').getByText('Copied API Key').waitFor();
    assert.equal(await workbench.readClipboard(), 'copied-key-1');
  });

  it('a folder that is gone is said to be, and nothing typed is lost', async () => {
    await workbench.newConnection('API Key (X-Api-Key)');
    await form.input('Name, required').fill('Homeless');
    await form.input('API Key, required').fill('homeless-key-1');
    renameSync(folder.path, `${folder.path}-away`);
    await form.button('Save').click();
    const notification = workbench.page.locator('.notifications-toasts');
    await notification.getByText('is gone').waitFor();
    await workbench.screenshot('form folder gone');
    assert.equal(await form.input('API Key, required').inputValue(), 'homeless-key-1');
    assert.ok(!existsSync(folder.path), 'the folder is not made anew');
    renameSync(`${folder.path}-away`, folder.path);
    await form.button('Save').click();
    await form.tab('Homeless · API Key (X-Api-Key)').waitFor();
    await form.button('Replace: API Key').waitFor();
  });
});

import assert from 'node:assert/strict';
import { askedThemeVariables } from '../../scripts/lib/themeVariables.mjs';
import { useForms } from '../support/formPage';
import { MemoryProject } from '../support/memoryProject';
import { wantsScreenshots } from '../support/screenshots';
import { readThemes, themeNames } from '../support/themes';
import { typeByLabel } from '../support/typeByLabel';

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

describe('The form of every kind', () => {
  const forms = useForms();

  it('asks for no color of VS Code that the recorded themes were not asked for', () => {
    // Where it does: node esbuild.js && node scripts/readThemes.mjs
    for (const version of ['1.139.1', '1.100.3'])
      assert.deepEqual(readThemes(version).asked, askedThemeVariables(), version);
  });

  for (const { type, name, fields } of cases) {
    it(`${type}: is filled in, saved, edited, and open to everybody in three themes`, async () => {
      const project = new MemoryProject();
      const document = await project.open(project.newTarget(typeByLabel(type)));
      const secrets = Object.entries(fields).filter(([label]) => label.endsWith('!'));
      const form = await forms.show(document);
      await form.input('Name, required').fill(name);
      for (const [label, value] of Object.entries(fields))
        await form.input(label.replace('!', '')).fill(value);
      assert.equal((await form.save()).kind, 'saved');
      await form.page.locator('header svg path').waitFor();
      await form.assertAccessible();
      for (const theme of wantsScreenshots ? themeNames : []) {
        await form.setTheme(theme);
        await form.screenshot(`${type} ${theme}`);
      }
      for (const [label, value] of Object.entries(fields)) {
        if (!label.endsWith('!')) assert.equal(await form.input(label).inputValue(), value);
      }
      for (const [label, value] of secrets) assert.ok(!(await form.content()).includes(value), label);
      await form.input('Description').fill('Edited');
      const secret = secrets[0]?.[0].replace(/(, required)?!$/, '') ?? '';
      await form.button(`Replace: ${secret}`).click();
      const edited = type === 'MongoDB' ? 'mongodb://bot:mongo-pw-2@db/orders' : 'pw-2';
      await form.input(`${secret}, required`).fill(edited);
      assert.equal((await form.save()).kind, 'saved');
      await form.text('It’s stored on this machine and can’t be shown.').first().waitFor();
      assert.ok(!(await form.content()).includes(edited));
      assert.equal(project.connections.length, 1);
      assert.equal(project.connections[0]?.name, name);
      assert.equal(project.connections[0].description, 'Edited');
    });
  }
});

import assert from 'node:assert/strict';
import {
  checkDraft,
  checkNewField,
  formInDraft,
  hintsOf,
  isComplete,
  isContested,
  isTouched,
  rebaseDraft,
  type ConnectionDraft,
} from '../../../src/core/connection/connectionDraft';
import { formOf } from '../../../src/core/connection/types';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';

const form = formOf({ extension: '@cognigy/basic-nodes', type: 'http_basic' }, shippedCatalog(), english);
const empty: ConnectionDraft = {
  name: 'ServiceNow',
  description: '',
  referenceId: '',
  fields: {},
  plainFields: [],
  addedFields: [],
};
const value = (text: string) => ({ kind: 'replace' as const, value: text });

function check(draft: Partial<ConnectionDraft>, stored: string[] = []) {
  const context = {
    form,
    storedFields: new Set(stored),
    isNew: true,
    nameOfTaken: (id: string) => (id.startsWith('b') ? 'Jira' : undefined),
    otherNames: [],
  };
  return checkDraft({ ...empty, ...draft }, context, english);
}

describe('checkDraft', () => {
  it('lets a name alone be registered', () => {
    assert.deepEqual(check({}), {});
  });

  it('wants a name that the platform takes', () => {
    assert.deepEqual(check({ name: '  ' }), { name: 'Enter a name.' });
    assert.match(check({ name: 'x'.repeat(201) }).name ?? '', /201/);
    for (const character of '\\/:*?"<>|¥') {
      assert.match(check({ name: `a${character}b` }).name ?? '', /does not allow/, character);
    }
  });

  it('wants all required fields once one is filled in', () => {
    assert.deepEqual(check({ fields: { username: value('bot') } }), {
      'field:password': 'Enter a value for Password.',
    });
    assert.deepEqual(check({ fields: { username: value('bot'), password: value('pw') } }), {});
    assert.deepEqual(check({ fields: { username: value('bot') } }, ['password']), {});
    assert.deepEqual(check({ fields: { password: { kind: 'clear' } } }, ['username', 'password']), {
      'field:password': 'Enter a value for Password.',
    });
    assert.deepEqual(
      check({ fields: { username: { kind: 'clear' }, password: { kind: 'clear' } } }, [
        'username',
        'password',
      ]),
      {},
    );
  });

  it('checks values by their field and length', () => {
    const errors = check({ fields: { username: value('a:b'), password: value('x'.repeat(10_001)) } });
    assert.match(errors['field:username'] ?? '', /colon/);
    assert.match(errors['field:password'] ?? '', /10,000 characters\. This value has 10001/);
    assert.ok(!JSON.stringify(errors).includes('xxx'), 'an error repeats no value');
  });

  it('wants a Reference ID that is one and is free, or none', () => {
    assert.match(check({ referenceId: 'oops' }).referenceId ?? '', /looks like/);
    assert.equal(
      check({ referenceId: 'b2582db9-2bd7-4a35-94a3-fbbade0a581d' }).referenceId,
      '“Jira” has this Reference ID already.',
    );
    assert.deepEqual(check({ referenceId: ' C2582DB9-2bd7-4a35-94a3-fbbade0a581d ' }), {});
  });
});

describe('isComplete', () => {
  const context = {
    form,
    storedFields: new Set<string>(),
    isNew: false,
    nameOfTaken: () => undefined,
    otherNames: [],
  };

  it('wants the name and every required field, as Auto Save must', () => {
    const whole = { username: value('bot'), password: value('pw') };
    assert.equal(isComplete({ ...empty, fields: whole }, context), true);
    assert.equal(isComplete({ ...empty, name: ' ', fields: whole }, context), false);
    assert.equal(isComplete({ ...empty, fields: { username: value('bot') } }, context), false);
    assert.equal(isComplete(empty, context), false, 'a name alone is for the user to save');
    assert.equal(isComplete(empty, { ...context, storedFields: new Set(['username', 'password']) }), true);
  });
});

describe('rebaseDraft', () => {
  const after = { ...empty, name: 'Renamed elsewhere', description: 'new' };

  it('follows the file where nothing was typed, and keeps what was', () => {
    const password = value('pw');
    const draft = { ...empty, description: 'mine', fields: { password } };
    assert.deepEqual(rebaseDraft(draft, empty, after), {
      ...after,
      description: 'mine',
      fields: { password },
    });
  });

  it('drops what was saved, and keeps what was typed while the save ran', () => {
    const saved = { ...empty, fields: { username: value('bot'), password: value('p') } };
    const typed = { ...saved, fields: { ...saved.fields, password: value('pw') } };
    const rest = rebaseDraft(typed, saved, empty);
    assert.deepEqual(rest.fields, { password: value('pw') });
    assert.equal(isTouched(rest, empty), true);
    assert.equal(isTouched(rebaseDraft(saved, saved, empty), empty), false);
  });
});

describe('hintsOf', () => {
  const hints = (type: string, draft: Partial<ConnectionDraft>) =>
    hintsOf(
      { ...empty, ...draft },
      {
        form: formOf({ extension: '@cognigy/basic-nodes', type }, shippedCatalog(), english),
        storedFields: new Set(),
        isNew: true,
        nameOfTaken: () => undefined,
        otherNames: ['Jira', 'Ökostrom'],
      },
      english,
    );

  it('says that a name is there twice, also in other letters', () => {
    assert.deepEqual(hints('http_basic', { name: 'Jira ' }).name, {
      sentence: 'Another Connection of this project has this name too.',
    });
    assert.match(hints('http_basic', { name: 'JIRA' }).name?.sentence ?? '', /“Jira”/);
    assert.match(hints('http_basic', { name: 'ökoSTROM' }).name?.sentence ?? '', /“Ökostrom”/);
    assert.deepEqual(hints('http_basic', { name: 'Okostrom' }), {});
    assert.deepEqual(hints('http_basic', { name: '' }), {});
  });

  it('offers to remove the word that the platform adds itself', () => {
    const hint = (key: string) =>
      hints('http_apiKeyAuthKey', { fields: { authApiKey: value(key) } })['field:authApiKey'];
    assert.equal(hint('ApiKey abc')?.surplus, 7);
    assert.equal(hint('  apikey  abc')?.surplus, 10);
    assert.equal(hint('ApiKeyabc'), undefined);
    assert.equal(hint('abc'), undefined);
  });

  it('warns of http, but not on this machine', () => {
    const hint = (url: string) =>
      hints('http_oauth2', { fields: { oAuth2Url: value(url) } })['field:oAuth2Url'];
    assert.match(hint('http://login.example.com/token')?.sentence ?? '', /https/);
    assert.equal(hint('https://login.example.com/token'), undefined);
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:80'])
      assert.equal(hint(`http://${host}/token`), undefined, host);
  });
});

describe('isContested', () => {
  it('is a draft that changes what something else has changed to something else', () => {
    const mine = { ...empty, name: 'Mine' };
    assert.equal(isContested(mine, empty, { ...empty, name: 'Theirs' }), true);
    assert.equal(isContested(mine, empty, mine), false, 'both to the same');
    assert.equal(isContested(mine, empty, { ...empty, description: 'theirs' }), false, 'other parts');
    assert.equal(isContested(empty, empty, { ...empty, name: 'Theirs' }), false, 'nothing typed');
  });
});

describe('formInDraft', () => {
  const catalog = shippedCatalog();
  const free = formOf({ extension: '@acme/crm', type: 'crm' }, catalog, english);
  const draft = { ...empty, addedFields: ['apiKey'], plainFields: ['host', 'password'] };

  it('has the stored and the added fields of a type that nobody declares, secret unless marked', () => {
    assert.deepEqual(
      formInDraft(free, draft, ['host']).fields.map(({ name, label, isSecret }) => [name, label, isSecret]),
      [
        ['host', 'Host', false],
        ['apiKey', 'API Key', true],
      ],
    );
  });

  it('never takes a mark for a field whose kind we know', () => {
    const password = formInDraft(form, draft, []).fields.find(({ name }) => name === 'password');
    assert.equal(password?.isSecret, true);
  });

  it('takes ten fields with names that the platform takes', () => {
    const shown = formInDraft(free, draft, ['host']);
    assert.equal(checkNewField('region', shown, english), undefined);
    assert.match(checkNewField('host', shown, english) ?? '', /already/);
    for (const name of ['', '1st', 'a-b', 'a b', 'ä'])
      assert.match(checkNewField(name, shown, english) ?? '', /letters/, name);
    for (const name of ['__proto__', 'constructor', 'toString'])
      assert.match(checkNewField(name, shown, english) ?? '', /can’t be called/, `${name} (8.1)`);
    const names = Array.from({ length: 10 }, (_, i) => `f${i}`);
    assert.match(checkNewField('one_more', formInDraft(free, empty, names), english) ?? '', /10/);
  });
});

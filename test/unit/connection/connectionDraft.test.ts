import assert from 'node:assert/strict';
import {
  checkDraft,
  isComplete,
  isTouched,
  rebaseDraft,
  type ConnectionDraft,
} from '../../../src/core/connection/connectionDraft';
import { formOf } from '../../../src/core/connection/types';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';

const form = formOf({ extension: '@cognigy/basic-nodes', type: 'http_basic' }, shippedCatalog(), english);
const empty: ConnectionDraft = { name: 'ServiceNow', description: '', referenceId: '', fields: {} };
const value = (text: string) => ({ kind: 'replace' as const, value: text });

function check(draft: Partial<ConnectionDraft>, stored: string[] = []) {
  const context = {
    form,
    storedFields: new Set(stored),
    isNew: true,
    nameOfTaken: (id: string) => (id.startsWith('b') ? 'Jira' : undefined),
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
  const context = { form, storedFields: new Set<string>(), isNew: false, nameOfTaken: () => undefined };

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

describe('formOf', () => {
  const catalog = shippedCatalog();

  it('makes a form for every type of the catalogue, all secret where nobody said otherwise', () => {
    const bucket = formOf({ extension: '@cognigy/mssql', type: 'mssql' }, catalog, english);
    assert.deepEqual(
      bucket.fields.map(({ label, isSecret }) => [label, isSecret]),
      [
        ['Host', true],
        ['Port', true],
        ['Username', true],
        ['Password', true],
        ['Database', true],
      ],
    );
    const oAuth2 = formOf({ extension: '@cognigy/basic-nodes', type: 'http_oauth2' }, catalog, english);
    assert.deepEqual(
      oAuth2.fields.map(({ label }) => label),
      ['OAuth2 URL', 'OAuth2 Client ID', 'OAuth2 Client Secret', 'OAuth2 Scope'],
    );
  });

  it('has no fields for a type that nobody declares', () => {
    assert.deepEqual(formOf({ extension: 'e', type: 't' }, catalog, english).fields, []);
  });
});

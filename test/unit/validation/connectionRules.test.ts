import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import { validateConnectionsFile } from '../../../src/core/validation/validateConnectionsFile';
import { shippedCatalog } from '../../support/catalog';
import { connectionsText, entry, referenceId } from '../../support/flows';
import { assertProblems, chart, problemsOf, readMarks } from '../../support/goldens';

const id = referenceId('b');
const connection: Connection = {
  referenceId: id,
  name: 'ServiceNow',
  extension: '@cognigy/basic-nodes',
  type: 'http_basic',
  isTemporary: false,
};
const declaring = (changes: Partial<Connection> = {}): Knowledge => ({
  referenceId: () => ({ kind: 'declared', connection: { ...connection, ...changes } }),
});
const http = (config: string, more = '') =>
  chart({ type: 'httpRequest', config: `{"url": "/x", ${config}}`, more });
const basic = (value: string) => http(`"authType": "basic", "basicConnection": ${value}`);
const sentence = (marked: string, knowledge?: Knowledge) =>
  problemsOf(readMarks(marked).text, knowledge).map((problem) => describeProblem(problem, english));
const sms = (value: string) =>
  chart({ type: 'sendSMS', extension: '8x8', config: `{"connection": ${value}}` });

describe('connection-malformed', () => {
  it('marks a value that is no Reference ID', () => {
    for (const value of ['"ServiceNow"', '"b2582db9-2bd7"', '5', '{"id": 1}', '"0e1f3107e2efcee4040b4fe3"']) {
      assertProblems(basic(`«${value}»`), ['error connection-malformed']);
      assert.match(sentence(basic(value))[0]!, /This isn’t one/);
    }
    assertProblems(sms('«"x"»'), ['hint connection-malformed']);
  });

  it('calls a token-shaped value a likely credential, even where it is not selected, and never repeats it', () => {
    for (const value of [
      'Bearer abc',
      'sk-4f9a8b7c6d5e4f3a2b1c',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.abc',
      'dXNlcjpwYXNzd29yZDEyMw==',
      'AKIAIOSFODNN7EXAMPLE',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
    ]) {
      assertProblems(basic(`«"${value}"»`), ['error connection-malformed']);
      const unselected = http(`"authType": "none", "basicConnection": «"${value}"»`);
      assertProblems(unselected, ['error connection-malformed']);
      const [message = ''] = sentence(unselected);
      assert.match(message, /looks like a credential/);
      assert.ok(!message.includes(value));
    }
  });

  it('calls nothing else a credential', () => {
    for (const value of [
      'a long sentence of more than 36 characters',
      'ServiceNow-Production-2024',
      'my_connection_name_v2',
      'basic',
      `${id} of ServiceNow`,
    ]) {
      assert.match(sentence(basic(`"${value}"`))[0]!, /This isn’t one/, value);
    }
  });

  it('says what is around a Reference ID (06)', () => {
    for (const [value, expected] of [
      [` ${id} `, /Remove the spaces/],
      [`{${id}}`, /Remove the brackets/],
      [`(${id.toUpperCase()})`, /Remove the brackets/],
      [`'${id}'`, /Remove the quotes/],
      [`urn:uuid:${id}`, /Remove what is around it/],
      [`${id};`, /Remove what is around it/],
    ] as const) {
      assertProblems(basic(`«"${value}"»`), ['error connection-malformed']);
      assert.match(sentence(basic(`"${value}"`))[0]!, expected, value);
    }
    assertProblems(basic(`«"${id.toUpperCase()}"»`), ['warning connection-malformed']);
    assert.match(sentence(basic(`"${id.toUpperCase()}"`))[0]!, /in upper case/);
  });

  it('lets pass what is unset, computed, a Reference ID or not selected', () => {
    for (const value of ['"{{context.id}}"', `"${id}"`]) assertProblems(basic(value), []);
    // What counts for nothing is only said to be left over.
    const unselected = http(`"authType": "none", "basicConnection": «"${id.toUpperCase()}"»`);
    assertProblems(unselected, ['hint connection-stale']);
    assertProblems(http('"authType": "none", "basicConnection": "ServiceNow"'), []);
    assertProblems(http('"authType": "{{context.auth}}", "basicConnection": "ServiceNow"'), []);
  });
});

describe('connection-missing', () => {
  it('marks the empty value that authType selects, else authType', () => {
    assertProblems(basic('«""»'), ['warning connection-missing']);
    assertProblems(basic('«null»'), ['warning connection-missing']);
    assertProblems(http('"authType": «"oAuth2"»'), ['warning connection-missing']);
    assert.deepEqual(sentence(basic('""')), ['No Connection is selected. “httpRequest” needs Basic Auth.']);
  });

  it('marks a required field', () => {
    const mongo = (value: string, more = '') =>
      chart({ type: 'mongoFind', extension: '@cognigy/mongodb', config: `{"connection": ${value}}`, more });
    assertProblems(mongo('«""»'), ['warning connection-missing']);
    assertProblems(mongo('""', '"isDisabled": true'), []);
    assertProblems(mongo(`"${id}"`), []);
  });

  it('marks what the node is called by where neither is there, not all of its config', () => {
    const mongo = chart({
      type: 'mongoFind',
      label: 'Find',
      extension: '@cognigy/mongodb',
      config: '{"x": 1}',
    });
    assertProblems(mongo.replace('"label": "Find"', '"label": «"Find"»'), ['warning connection-missing']);
  });

  it('marks what the settings of a Send Email select', () => {
    const email = (settings: string) =>
      chart({ type: 'sendEmail', extension: '@cognigy/smtp', config: `{${settings}}` });
    const all = (smtp: string, service: string, oAuth2: string) =>
      `"connection": ${smtp}, "serviceConnection": ${service}, "oAuth2Connection": ${oAuth2}`;
    const missing = ['warning connection-missing'];
    assertProblems(email(`"smtpType": "otherSmtp", ${all('«""»', '""', '""')}`), missing);
    assertProblems(email(all('«""»', '""', '""')), missing);
    assertProblems(email(`"smtpType": "Gmail", ${all('""', '«""»', '""')}`), missing);
    assertProblems(email(`"smtpType": "Gmail", "authType": "oauth2", ${all('""', '""', '«""»')}`), missing);
    assertProblems(email(`"smtpType": "{{context.smtp}}", ${all('""', '""', '""')}`), []);
    // A choice that is newer than the catalogue (11).
    const newer = `"smtpType": "Gmail", "authType": «"clientCredentials"», ${all('""', '""', '""')}`;
    assertProblems(email(newer), ['info config-enum']);
  });

  it('hints at what a recorded declaration needs', () => {
    assertProblems(sms('«""»'), ['hint connection-missing']);
  });

  it('says nothing where none is needed', () => {
    assertProblems(http('"authType": "none", "basicConnection": ""'), []);
    assertProblems(http('"authType": "", "basicConnection": ""'), []);
    assertProblems(http('"authType": "{{x}}", "basicConnection": ""'), []);
  });

  it('says nothing of what a broken text may yet bring', () => {
    const text = basic('""');
    assert.deepEqual(problemsOf(text.slice(0, text.indexOf(', "basicConnection"'))), []);
  });
});

describe('connection-type-mismatch', () => {
  it('names both types', () => {
    const oAuth2 = declaring({ type: 'http_oauth2' });
    assertProblems(basic(`«"${id}"»`), ['error connection-type-mismatch'], oAuth2);
    assert.deepEqual(sentence(basic(`"${id}"`), oAuth2), [
      '“ServiceNow” is of type OAuth2. “httpRequest” needs Basic Auth.',
    ]);
    assert.deepEqual(sentence(http(`"authType": "oAuth2", "oAuth2Connection": "${id}"`), declaring()), [
      '“ServiceNow” is of type Basic Auth. “httpRequest” needs OAuth2.',
    ]);
  });

  it('tells types of the same key apart by node', () => {
    const email = declaring({ extension: '@cognigy/smtp', type: 'email_oauth2' });
    const mark = http(`"authType": "oAuth2", "oAuth2Connection": «"${id}"»`);
    assertProblems(mark, ['error connection-type-mismatch'], email);
    const upload = chart({
      type: 'uploadToAWSBucket',
      extension: 'file-upload',
      config: `{"connection": «"${id}"»}`,
    });
    const ofTheSameName = declaring({ extension: 'aws', type: 'aws' });
    assertProblems(upload, ['hint connection-type-mismatch'], ofTheSameName);
  });

  it('says nothing of types that are equal or not known, and hints at recorded ones', () => {
    assertProblems(basic(`"${id}"`), [], declaring());
    assertProblems(basic(`"${id}"`), [], declaring({ type: 'ofTheFuture' }));
    assertProblems(sms(`«"${id}"»`), ['hint connection-type-mismatch'], declaring());
    assertProblems(sms(`"${id}"`), [], declaring({ extension: '8x8', type: 'sms8x8' }));
  });

  it('says nothing while authType is computed, for then the field may not count', () => {
    const computed = http(`"authType": "{{context.auth}}", "basicConnection": "${id}"`);
    assertProblems(computed, [], declaring({ type: 'http_oauth2' }));
  });
});

describe('connection-temporary', () => {
  it('says that the flow hangs', () => {
    const temporary = declaring({ isTemporary: true });
    assertProblems(basic(`«"${id}"»`), ['warning connection-temporary'], temporary);
    assert.match(sentence(basic(`"${id}"`), temporary)[0]!, /^“ServiceNow” isn’t linked to Cognigy\.AI yet/);
    assertProblems(basic(`"${id}"`), [], declaring());
  });

  it('says nothing of a key that authType does not select', () => {
    const left = http(`"authType": "none", "basicConnection": «"${id}"»`);
    assertProblems(left, ['hint connection-stale'], declaring({ isTemporary: true }));
  });
});

describe('connection-stale', () => {
  const left = (authType: string, value: string) =>
    http(`"authType": "${authType}", "basicConnection": ${value}, "apiKeyXKeyConnection": "${id}"`);

  it('fades an ID under a key that authType does not select', () => {
    const text = left('apiKeyXKey', `«"${referenceId('c')}"»`);
    assertProblems(text, ['hint connection-stale']);
    assert.equal(problemsOf(readMarks(text).text)[0]?.tag, 'unnecessary');
    assert.match(
      sentence(text)[0]!,
      /^“httpRequest” doesn’t use “basicConnection” with this authentication.*set authType to basic\.$/,
    );
  });

  it('says nothing of empty values, or while authType is computed', () => {
    assertProblems(left('apiKeyXKey', '""'), []);
    assertProblems(left('{{context.auth}}', `"${id}"`), []);
  });
});

describe('connection-unknown', () => {
  const undeclared: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };

  it('is a hint where the field is only recorded', () => {
    assertProblems(basic(`«"${id}"»`), ['warning connection-unknown'], undeclared);
    assertProblems(sms(`«"${id}"»`), ['hint connection-unknown'], undeclared);
  });
});

describe('A connections file', () => {
  const provider = {
    ...entry(referenceId('c'), 'Azure'),
    extension: '@cognigy/generative-ai-provider',
    type: 'AzureOpenAIProvider',
  };
  const text = connectionsText(entry(id, 'ServiceNow'), provider);
  const check = (isComplete: boolean, used: boolean, source = text) =>
    validateConnectionsFile(new JsonDocument(source), shippedCatalog(), {
      isComplete,
      isUsed: () => used,
    }).map(
      (problem) =>
        `${problem.severity} ${problem.code} ${problem.path.join('/')}: ${describeProblem(problem, english)}`,
    );
  const deprecated =
    'info connection-type-deprecated connections/1/type: Cognigy.AI has deprecated the type of “Azure”. Use Azure OpenAI instead.';

  it('connection-unused: only of types that nodes accept, only when every flow could be read', () => {
    assert.deepEqual(check(true, false), [
      'info connection-unused connections/0/name: No node in this project uses “ServiceNow”.',
      deprecated,
    ]);
    assert.deepEqual(check(false, false), [deprecated]);
    assert.deepEqual(check(true, true), [deprecated]);
  });

  it('has no problems of ours while it can’t be read', () => {
    assert.deepEqual(check(true, false, text.slice(0, -5)), []);
  });

  it('is judged as far as it is known where a newer version wrote it', () => {
    const [newer, ...others] = check(true, true, text.replace('"version": 1', '"version": 2'));
    assert.match(newer ?? '', /^info newer-version version: /);
    assert.deepEqual(others, [deprecated]);
  });

  it('connection-type-deprecated: in the node that uses it, too', () => {
    const old = declaring({ extension: '@cognigy/generative-ai-provider', type: 'AzureOpenAIProvider' });
    const codes = problemsOf(basic(`"${id}"`), old).map(({ code }) => code);
    assert.deepEqual(codes, ['connection-type-mismatch', 'connection-type-deprecated']);
    const left = http(`"authType": "none", "basicConnection": «"${id}"»`);
    assertProblems(left, ['hint connection-stale'], old);
  });
});

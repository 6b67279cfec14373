import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import { assertProblems, changed, chart, nodeId, outlineProblems, problemsOf } from '../../support/goldens';

const http = (config: string) => chart({ type: 'httpRequest', config: `{"url": "/x", ${config}}` });
const node = (type: string, config: string, more = '') => chart({ type, label: 'Here', config, more });

describe('config-enum', () => {
  it('marks a choice that is not offered, and names those that are', () => {
    for (const slip of ['PSOT', 'post', 'DELET', 'Patch ']) {
      assertProblems(http(`"type": «"${slip}"»`), ['warning config-enum']);
      const [problem] = problemsOf(http(`"type": "${slip}"`));
      assert.equal(
        describeProblem(problem!, english),
        '“type” must be one of these: GET, POST, PATCH, PUT, DELETE.',
      );
    }
  });

  it('is information where the choice may be newer than the catalogue', () => {
    assertProblems(http('"type": «"FETCH"»'), ['info config-enum']);
    assertProblems(http('"authType": «"noAuth"»'), ['info config-enum']);
    assertProblems(http('"payloadType": «"none"», "type": "POST"'), ['info config-enum']);
    const [problem] = problemsOf(http('"type": "FETCH"'));
    assert.match(
      describeProblem(problem!, english),
      /^“type” isn’t among the choices known for Cognigy\.AI 4\.85: GET, POST, PATCH, PUT, DELETE\.$/,
    );
  });

  it('lets pass what is offered, unset, computed, not selected or unknown', () => {
    for (const value of ['"PUT"', '""', 'null', '"{{context.type}}"', '"[[snippet-eyJ9]]"']) {
      assertProblems(http(`"type": ${value}`), []);
    }
    assertProblems(http('"aKeyOfTheFuture": "x"'), []);
    assertProblems(node('say', '{"generativeAI_rephraseOutputMode": "none", "ofTheFuture": 1}'), []);
    assertProblems(chart({ type: 'ofTheFuture', config: '{"type": "FETCH"}' }), []);
    const image = (isShown: boolean, shape: string) =>
      node('identityAssist', `{"showProfileImage": ${isShown}, "imageShape": ${shape}}`);
    assertProblems(image(true, '«"oval"»'), ['info config-enum']);
    assertProblems(image(false, '"oval"'), []);
  });
});

describe('config-range', () => {
  it('marks numbers beyond the bounds', () => {
    for (const value of ['4', '-1', '1e400', '"4"', '"many"', 'true']) {
      const expected = value === 'true' ? [] : ['warning config-range'];
      const marked = value === 'true' ? value : `«${value}»`;
      assertProblems(http(`"async": true, "retryAttempts": ${marked}`), expected);
    }
    const [problem] = problemsOf(http('"async": true, "retryAttempts": 4'));
    assert.equal(describeProblem(problem!, english), '“retryAttempts” must be a number from 0 to 3.');
  });

  it('lets pass the bounds themselves, and what the node’s settings leave unused', () => {
    for (const value of ['0', '3', '"3"', '""', 'null', '"{{input.n}}"']) {
      assertProblems(http(`"async": true, "retryAttempts": ${value}`), []);
    }
    assertProblems(http('"async": false, "retryAttempts": 9'), []);
    assertProblems(http('"retryAttempts": 9'), []);
  });
});

describe('config-boolean', () => {
  it('marks what is neither true nor false', () => {
    for (const value of ['"yes"', '1', '{}']) {
      assertProblems(http(`"async": «${value}»`), ['warning config-boolean']);
    }
  });

  it('lets pass true, false, either as a text, unset and computed', () => {
    for (const value of ['true', 'false', '"true"', '""', 'null', '"{{x}}"']) {
      assertProblems(http(`"abortOnError": ${value}`), []);
    }
  });

  it('lets pass what the node’s settings leave unused', () => {
    const target = '"flowNode": {"flow": "f", "node": "n"}';
    const goTo = (mode: string, value: string) =>
      node('goTo', `{${target}, "executionMode": "${mode}", "parseIntents": ${value}}`);
    assertProblems(goTo('continue', '«"yes"»'), ['warning config-boolean']);
    assertProblems(goTo('wait', '"yes"'), []);
  });
});

describe('config-json', () => {
  const payload = (value: string) => http(`"payloadJSON": ${value}`);
  const written = (text: string) => payload(JSON.stringify(text));

  it('marks a text that is no JSON', () => {
    for (const text of ['{"a": }', '{a: 1}', '{"a": "{{x}}",}', '{"a": "[[snippet-eyJ9]]"', 'text']) {
      assertProblems(payload(`«${JSON.stringify(text)}»`), ['warning config-json']);
    }
    assertProblems(http('"headers": «"{"»'), ['warning config-json']);
  });

  it('lets pass JSON, what CognigyScript may make JSON, objects and what is not selected', () => {
    for (const text of [
      '{"a": 1}',
      '  ',
      '{"a": {{context.x}}}',
      '{{context.payload}}',
      '{"a": "Hello {{context["x"]}}"}',
      '{ {{context.key}}: 1 }',
      '{"a": [[snippet-eyJ9]]}',
      '{"a": "{{ {b: {c: 1}} }}"}',
    ]) {
      assertProblems(written(text), []);
    }
    assertProblems(payload('{"a": 1}'), []);
    assertProblems(http('"payloadType": "text", "payloadJSON": "{"'), []);
  });
});

describe('config-missing', () => {
  it('marks the empty value, else the node’s label', () => {
    assertProblems(node('httpRequest', '{"url": «""»}'), ['warning config-missing']);
    assertProblems(http('"storeLocation": "input", "inputKey": «""»'), ['warning config-missing']);
    assertProblems(http('"storeLocation": "context", "contextKey": «""»'), ['warning config-missing']);
    assertProblems(node('addToContext', '{"key": «null»}'), ['warning config-missing']);
    assertProblems(node('goTo', '{"flowNode": «{"flow": "", "node": ""}»}'), ['warning config-missing']);
    assert.deepEqual(outlineProblems(node('executeFlow', '{}')), ['warning config-missing "Here"']);
    assert.deepEqual(outlineProblems(node('removeFromContext', '{}')), ['warning config-missing "Here"']);
  });

  it('lets pass disabled nodes, defaults, and results that are not stored', () => {
    assertProblems(node('httpRequest', '{"url": ""}', '"isDisabled": true'), []);
    assertProblems(http('"storeLocation": "input"'), []);
    assertProblems(http('"storeLocation": "input", "contextKey": ""'), []);
    assertProblems(http('"storeLocation": "input", "inputKey": "", "async": true'), []);
    assertProblems(node('goTo', '{"flowNode": "{{context.target}}"}'), []);
  });
});

describe('Branches', () => {
  const branched = (...heads: string[]) =>
    chart({ type: 'if', label: 'Here', branches: heads.map((type) => [{ type, label: type }]) });

  it('branch-unexpected: a head that belongs to another node', () => {
    const problems = outlineProblems(branched('then', 'else', 'onAnswer'));
    assert.deepEqual(problems, [`warning branch-unexpected "${nodeId(4)}"`]);
  });

  it('branch-missing and branch-surplus: what only the platform makes', () => {
    assert.deepEqual(outlineProblems(branched('then')), ['warning branch-missing "Here"']);
    const surplus = outlineProblems(branched('then', 'else', 'then'));
    assert.deepEqual(surplus, [`warning branch-surplus "${nodeId(4)}"`]);
  });

  it('lets pass repeated cases, a switch without any, and heads that nobody knows', () => {
    const cases = (...types: string[]) =>
      chart({
        type: 'switch',
        branches: types.map((type, i) => [{ type, config: `{"case": {"value": "${i}"}}` }]),
      });
    assert.deepEqual(outlineProblems(cases('case', 'case', 'case', 'default')), []);
    assert.deepEqual(outlineProblems(cases('default')), []);
    assert.deepEqual(outlineProblems(branched('then', 'else', 'ofTheFuture')), []);
    const without = changed(branched('then'), (value) => Reflect.deleteProperty(value, 'relations'));
    assert.deepEqual(outlineProblems(without), []);
  });
});

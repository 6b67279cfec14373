import assert from 'node:assert/strict';
import { factsFor, type ProjectText } from '../../support/projectFiles';
import {
  assertProblems,
  changed,
  chart,
  nodeReferenceId,
  outlineProblems,
  problemsOf,
  type WrittenNode,
} from '../../support/goldens';

const flowId = 'f2582db9-2bd7-4a35-94a3-fbbade0a581d';
const otherId = 'e2582db9-2bd7-4a35-94a3-fbbade0a581d';
const here = (type: string, config: string, more = '') => chart({ type, label: 'Here', config, more });
const target = (flow: string, node: string) => `{"flowNode": {"flow": "${flow}", "node": "${node}"}}`;
const goTo = (node: string, flow = flowId): WrittenNode => ({
  type: 'goTo',
  label: 'Leave',
  config: target(flow, node),
});
const away = '99999999-9999-4999-a999-999999999999';

describe('unreachable', () => {
  const after = (second: WrittenNode, ...more: WrittenNode[]) => chart(goTo(away), second, ...more);

  it('marks what comes right after a node that leaves the flow', () => {
    assert.deepEqual(outlineProblems(after({ type: 'wait', label: 'Dead' })), ['hint unreachable "Dead"']);
    const stop = chart({ type: 'stop' }, { type: 'wait', label: 'Dead' });
    assert.deepEqual(outlineProblems(stop), ['hint unreachable "Dead"']);
  });

  it('marks no more than the start of a node that nothing is called by', () => {
    const nameless = changed(after({ type: 'wait' }), ({ nodes }) => {
      for (const key of ['type', 'label']) Reflect.deleteProperty(nodes[2]!, key);
    });
    assert.deepEqual(outlineProblems(nameless), ['hint unreachable {']);
  });

  it('lets pass what follows an Execute Flow, which comes back', () => {
    const back = chart({ ...goTo(away), type: 'executeFlow' }, { type: 'wait' });
    assert.deepEqual(outlineProblems(back), []);
  });

  it('is a warning once every flow is known', () => {
    const text = after({ type: 'wait', label: 'Dead' });
    const { knowledge } = factsFor({ Main: { 'en-US': text } }, { Main: flowId });
    const found = outlineProblems(text, knowledge).filter((problem) => problem.includes('unreachable'));
    assert.deepEqual(found, ['warning unreachable "Dead"']);
  });

  it('lets pass the end, entry points, and what another node leads to', () => {
    assert.deepEqual(outlineProblems(chart(goTo(away))), []);
    assert.deepEqual(outlineProblems(after({ type: 'stop' })), []);
    assert.deepEqual(outlineProblems(after({ type: 'wait', more: '"isEntryPoint": true' })), []);
    assert.deepEqual(outlineProblems(after({ type: 'wait', more: '"isDisabled": true' })), []);
    const led = chart(goTo(nodeReferenceId(2)), { type: 'wait' });
    assert.deepEqual(outlineProblems(led), []);
    const disabled = chart({ ...goTo(away), more: '"isDisabled": true' }, { type: 'wait' });
    assert.deepEqual(outlineProblems(disabled), []);
    const fromOther = {
      Main: { 'en-US': after({ type: 'wait' }) },
      Other: { 'en-US': chart(goTo(nodeReferenceId(2))) },
    };
    const { knowledge } = factsFor(fromOther, { Main: flowId, Other: otherId });
    const found = outlineProblems(fromOther.Main['en-US'], knowledge);
    assert.deepEqual(
      found.filter((problem) => problem.includes('unreachable')),
      [],
    );
  });
});

describe('Empty nodes', () => {
  it('empty-if', () => {
    const rule = (left: string, right = '') =>
      `{"type": "rule", "condition": "", "rule": {"left": "${left}", "operand": "eq", "right": "${right}"}}`;
    const branched = (config: string) =>
      chart({ type: 'if', config, branches: [[{ type: 'then' }], [{ type: 'else' }]] });
    for (const condition of [rule(' '), '{"type": "condition", "condition": ""}']) {
      assertProblems(branched(`{"condition": «${condition}»}`), ['warning empty-if']);
    }
    const condition = '{"type": "condition", "condition": "true"}';
    for (const given of [rule('{{x}}'), rule('', 'x'), condition, '""', 'null']) {
      assertProblems(branched(`{"condition": ${given}}`), []);
    }
    assertProblems(branched('{}'), []);
  });

  it('empty-say', () => {
    const empty =
      '{"data": "{}", "linear": false, "loop": true, "text": [""], "type": "text", "_cognigy": {}, "_data": {"_cognigy": {}}}';
    assertProblems(here('say', `{"say": «${empty}»}`), ['info empty-say']);
    assertProblems(here('say', `{"say": «${JSON.stringify(empty)}»}`), ['info empty-say']);
    assertProblems(here('say', `{"say": ${empty}}`, '"isDisabled": true'), []);
    for (const say of [
      '{"type": "text", "text": ["Hello"]}',
      '{"type": "quickReplies", "text": []}',
      '{"type": "text", "text": [], "data": "{\\"a\\": 1}"}',
      '{"type": "text", "text": [], "_cognigy": {"_webchat": {"message": {}, "x": "y"}}}',
      '"not JSON"',
    ]) {
      assertProblems(here('say', `{"say": ${say}}`), []);
    }
  });

  it('empty-code', () => {
    assertProblems(here('code', '{"code": «"\\n  "»}'), ['info empty-code']);
    for (const config of ['{"code": "x"}', '{}', '{"code": null}']) assertProblems(here('code', config), []);
  });

  const cases = (...values: string[]) =>
    chart({
      type: 'switch',
      branches: [
        ...values.map((value, i) => [
          { type: 'case', label: `Case ${i}`, config: `{"case": {"value": ${value}}}` },
        ]),
        [{ type: 'default' }],
      ],
    });

  it('empty-case', () => {
    assertProblems(cases('«""»', '"b"'), ['info empty-case']);
    assertProblems(cases('"a"', '["a"]', '5'), []);
    assertProblems(chart({ type: 'switch', branches: [[{ type: 'case' }], [{ type: 'default' }]] }), []);
  });

  it('duplicate-case', () => {
    const marked = cases('"a"', '"b"', '«"a "»');
    assertProblems(marked, ['warning duplicate-case']);
    const [problem] = problemsOf(cases('"a"', '"b"', '"a "'));
    assert.deepEqual(problem?.args, { node: { node: 'Case 2' }, first: { node: 'Case 0' } });
    assert.equal(problem.related?.[0]?.name, 'Case 0');
    assertProblems(cases('"a"', '"A"', '«""»', '«""»'), ['info empty-case', 'info empty-case']);
  });
});

describe('Targets', () => {
  const withOther = (leading: string, other = chart({ type: 'wait', label: 'There' })): ProjectText => ({
    Main: { 'en-US': leading },
    Other: { 'en-US': other },
  });
  const check = (leading: string, files = withOther(leading), isComplete = true) => {
    const { knowledge } = factsFor(files, { Main: flowId, Other: otherId }, { isComplete });
    return outlineProblems(leading, knowledge);
  };
  const to = (node: string, flow: string) => chart(goTo(node, flow));

  it('target-missing: a node that its flow lacks is a warning, a flow that is not here information', () => {
    assert.deepEqual(check(to(away, otherId)), [`warning target-missing "${away}"`]);
    assert.deepEqual(check(to(away, away)), [`info target-missing "${away}"`]);
    assert.deepEqual(check(to(nodeReferenceId(1), otherId)), []);
    const executing = chart({ ...goTo(away, otherId), type: 'executeFlow' });
    assert.deepEqual(check(executing), [`warning target-missing "${away}"`], 'Execute Flow leads there too');
  });

  it('target-missing: says nothing while files or the names of flows are missing', () => {
    const leading = to(away, away);
    assert.deepEqual(check(leading, withOther(leading), false), []);
    const { knowledge } = factsFor(withOther(leading), { Main: flowId });
    assert.deepEqual(outlineProblems(leading, knowledge), []);
    assert.deepEqual(outlineProblems(leading), []);
  });

  it('target-self', () => {
    assertProblems(
      here(
        'goTo',
        target(flowId, `«${nodeReferenceId(1)}»`)
          .replace('"«', '«"')
          .replace('»"', '"»'),
      ),
      ['warning target-self'],
    );
    assert.deepEqual(check(to(nodeReferenceId(1), otherId)), [], 'the same ID in another flow');
    assert.deepEqual(outlineProblems(here('goTo', target(flowId, nodeReferenceId(0)))), []);
  });

  it('target-disabled', () => {
    const leading = to(nodeReferenceId(1), otherId);
    const disabled = chart({ type: 'wait', label: 'There', more: '"isDisabled": true' });
    assert.deepEqual(check(leading, withOther(leading, disabled)), [
      `warning target-disabled "${nodeReferenceId(1)}"`,
    ]);
    const inOneLocale = {
      ...withOther(leading, disabled),
      Other: { 'en-US': disabled, 'de-DE': chart({ type: 'wait' }) },
    };
    assert.deepEqual(check(leading, inOneLocale), [], 'it runs in another locale');
  });
});

describe('dotted-key', () => {
  it('marks the key, and no dot in a value', () => {
    assertProblems(here('wait', '{"a": [{«"b.c"»: 1}], "d": "e.f"}'), ['warning dotted-key']);
    assertProblems(here('wait', '{"a": "{\\"b.c\\": 1}"}'), []);
  });
});

describe('duplicate-labels', () => {
  it('is off unless it is asked for', () => {
    const text = chart({ type: 'wait', label: 'Twice' }, { type: 'wait', label: 'Twice' });
    assert.deepEqual(outlineProblems(text), []);
    const on = new Map([['duplicate-labels', 'info'] as const]);
    assert.deepEqual(outlineProblems(text, undefined, on), ['info duplicate-labels "Twice"']);
    const types = chart({ type: 'wait', label: 'Twice' }, { type: 'stop', label: 'Twice' });
    assert.deepEqual(outlineProblems(types, undefined, on), []);
  });
});

describe('Push', () => {
  const owned = (locale: string, text: string) =>
    chart({
      type: 'say',
      label: 'Greet',
      config: `{"say": {"type": "text", "text": ["${text}"]}, "x": {"a": 1, "b": 2}}`,
      more: `"localeReference": "${locale}"`,
    });
  const reordered = owned('1'.repeat(24), 'Hello').replace('{"a": 1, "b": 2}', '{"b": 2, "a": 1}');
  const check = (german: string, options = {}) => {
    const files = { Main: { 'en-US': owned('1'.repeat(24), 'Hello'), 'de-DE': german } };
    const { of } = factsFor(files, { Main: flowId }, options);
    return outlineProblems(german, of('agent/flows/Main/de-DE/chart.json'));
  };

  it('node-not-pushed: an inherited node that was changed', () => {
    assert.deepEqual(check(owned('1'.repeat(24), 'Hallo')), ['info node-not-pushed "Greet"']);
    assert.deepEqual(check(owned('1'.repeat(24), 'Hello')), []);
    assert.deepEqual(check(reordered), [], 'the order of keys says nothing');
    assert.deepEqual(check(owned('2'.repeat(24), 'Hallo')), [], 'it is the locale’s own');
    assert.deepEqual(check(owned('3'.repeat(24), 'Hallo')), [], 'nobody knows that locale');
  });

  it('flow-not-pushed and locale-not-pushed: a file is missing', () => {
    const same = owned('1'.repeat(24), 'Hello');
    const id = `"${'0'.repeat(24)}"`;
    assert.deepEqual(check(same, { without: ['config.json'] }), [`info flow-not-pushed ${id}`]);
    assert.deepEqual(check(same, { without: ['locales.json'] }), [`info flow-not-pushed ${id}`]);
    assert.deepEqual(check(same, { without: ['intents.json'] }), [`info locale-not-pushed ${id}`]);
    assert.deepEqual(check(same, { without: ['config.json', 'intents.json'], isComplete: false }), []);
  });
});

import assert from 'node:assert/strict';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import { english } from '../../../src/core/english';
import {
  assertProblems,
  changed,
  chart,
  ignorance,
  nodeId,
  nodeReferenceId,
  outlineProblems,
  problemsOf,
} from '../../support/goldens';

const sound = chart({ type: 'wait', label: 'A' }, { type: 'wait', label: 'B' });
const branched = chart({
  type: 'if',
  config: '{}',
  branches: [[{ type: 'then' }, { type: 'wait' }], [{ type: 'else' }]],
});

/** A sound chart in the embedded shape. */
const embedded = () => {
  const { relations, nodes } = JSON.parse(sound) as { relations: object[]; nodes: object[] };
  return JSON.stringify(relations.map((relation, i) => ({ ...relation, _data: nodes[i] })));
};

describe('Structure', () => {
  it('of sound charts is no problem, whatever their shape', () => {
    for (const text of [sound, branched, embedded()]) assert.deepEqual(outlineProblems(text), []);
  });

  it('is not judged where relations are not in the file, or the text is broken', () => {
    assert.deepEqual(
      outlineProblems(changed(sound, (value) => Reflect.deleteProperty(value, 'relations'))),
      [],
    );
    assert.deepEqual(outlineProblems(sound.slice(0, -20)), []);
    assert.deepEqual(outlineProblems('{"x": 1}'), []);
  });

  const damages: [string, Parameters<typeof changed>[1], string[]][] = [
    [
      'node-without-relation',
      ({ relations }) => {
        relations.splice(2, 1);
        relations[1]!.next = nodeId(3);
      },
      [`error node-without-relation "${nodeId(2)}"`],
    ],
    [
      'relation-without-node',
      ({ relations }) => relations.push({ node: nodeId(9), children: [], next: nodeId(0) }),
      [`warning relation-without-node "${nodeId(9)}"`],
    ],
    [
      'duplicate-relation',
      ({ relations }) => relations.push({ node: nodeId(3), children: [], next: null }),
      [`warning duplicate-relation "${nodeId(3)}"`],
    ],
    [
      'dangling-edge',
      ({ relations }) => relations[1]!.children.push(nodeId(9)),
      [`error dangling-edge "${nodeId(9)}"`],
    ],
    [
      'second-edge',
      ({ relations }) => relations[0]!.children.push(nodeId(2)),
      [`warning second-edge "${nodeId(2)}"`],
    ],
    ['cycle', ({ relations }) => (relations[3]!.next = nodeId(0)), [`error cycle "${nodeId(0)}"`]],
    ['second-root', ({ relations }) => (relations[0]!.next = null), [`warning second-root "${nodeId(1)}"`]],
    [
      // The start is the beginning wherever it is written.
      'second-root',
      ({ relations }) => {
        relations[0]!.next = null;
        relations.reverse();
      },
      [`warning second-root "${nodeId(1)}"`],
    ],
    ['missing-start', ({ nodes }) => (nodes[0]!.type = 'wait'), [`error missing-start "${nodeId(0)}"`]],
    ['second-start', ({ nodes }) => (nodes[1]!.type = 'start'), [`warning second-start "${nodeId(1)}"`]],
    ['missing-end', ({ nodes }) => (nodes[3]!.type = 'wait'), [`info missing-end "${nodeId(0)}"`]],
    ['second-end', ({ nodes }) => (nodes[1]!.type = 'end'), [`warning second-end "${nodeId(3)}"`]],
    [
      'duplicate-id',
      ({ nodes }) => nodes.push({ ...nodes[1], referenceId: nodeReferenceId(9) }),
      [`error duplicate-id "${nodeId(1)}"`],
    ],
    [
      'duplicate-reference-id',
      ({ nodes }) => (nodes[2]!.referenceId = nodeReferenceId(1).toUpperCase()),
      [`error duplicate-reference-id "${nodeReferenceId(1).toUpperCase()}"`],
    ],
    [
      'malformed-id',
      ({ nodes, relations }) => {
        nodes[1]!._id = 'mine';
        relations[1]!.node = 'mine';
        relations[0]!.next = 'mine';
      },
      ['error malformed-id "mine"'],
    ],
    [
      'malformed-id',
      ({ nodes, relations }) => {
        const tooLong = `${nodeId(1)}0`;
        nodes[1]!._id = tooLong;
        relations[1]!.node = tooLong;
        relations[0]!.next = tooLong;
      },
      [`error malformed-id "${nodeId(1)}0"`],
    ],
    [
      'malformed-reference-id',
      ({ nodes }) => (nodes[1]!.referenceId = 'aaaaaaaa-aaaa-4aaa-caaa-aaaaaaaaaaa'),
      ['error malformed-reference-id "aaaaaaaa-aaaa-4aaa-caaa-aaaaaaaaaaa"'],
    ],
    [
      'malformed-reference-id',
      ({ nodes }) => (nodes[1]!.referenceId = 'aaaaaaaa-aaaa-1aaa-aaaa-aaaaaaaaaaag'),
      ['error malformed-reference-id "aaaaaaaa-aaaa-1aaa-aaaa-aaaaaaaaaaag"'],
    ],
  ];
  for (const [code, damage, expected] of damages) {
    it(`${code}: ${expected.join(', ')}`, () => {
      assert.deepEqual(outlineProblems(changed(sound, damage)), expected);
    });
  }

  it('takes UUIDs of any version (52)', () => {
    for (const version of ['1', '7', 'c', '0']) {
      const text = changed(sound, ({ nodes }) => {
        nodes[1]!.referenceId = `01912d5e-aaaa-${version}aaa-caaa-aaaaaaaaaaaa`;
      });
      assert.deepEqual(outlineProblems(text), []);
    }
  });

  it('takes unset keys for no problem', () => {
    const unset = changed(sound, ({ nodes }) =>
      Object.assign(nodes[1]!, { comment: null, isDisabled: '', analyticsLabel: null, mock: '' }),
    );
    assert.deepEqual(outlineProblems(unset), []);
  });

  it('names the node, or says that there is one', () => {
    const describe = (text: string) => problemsOf(text).map((problem) => describeProblem(problem, english));
    assert.deepEqual(describe(changed(sound, ({ relations }) => relations[1]!.children.push(nodeId(9)))), [
      '“A” leads to a node that isn’t in the flow.',
    ]);
    const packageChart = `{"_id": "x", "relations": [{"node": "${nodeId(0)}", "children": [], "next": "${nodeId(1)}"}]}`;
    assert.deepEqual(describe(packageChart), ['A node leads to a node that isn’t in the flow.']);
  });

  it('shows where the other one is', () => {
    const [problem] = problemsOf(changed(sound, ({ nodes }) => (nodes[1]!.type = 'end')));
    assert.deepEqual(problem?.related, [{ path: ['nodes', 1, '_id'], name: 'A' }]);
  });
});

describe('A package’s chart', () => {
  const relations = [0, 1, 2].map((i) => ({
    node: nodeId(i),
    children: [],
    next: i < 2 ? nodeId(i + 1) : null,
  }));
  const text = (more: object[] = []) => JSON.stringify({ _id: 'c', relations: [...relations, ...more] });
  const knowing = (...types: string[]) => ({
    ...ignorance,
    project: {
      ownFlow: undefined,
      flows: [],
      target: () => ({ kind: 'notKnowable' }) as const,
      isTarget: () => undefined,
      nodesOfChart: () =>
        new Map(
          types.map((type, i) => [
            nodeId(i),
            {
              type,
              name: `${type} ${i}`,
              id: nodeId(i),
              referenceId: undefined,
              isDisabled: false,
              localeReference: undefined,
              chartReference: 'c',
              digest: 0,
            },
          ]),
        ),
      copyOf: () => undefined,
      push: undefined,
    },
  });

  it('is judged by its relations alone while its nodes are not known', () => {
    assert.deepEqual(outlineProblems(text()), []);
    assert.deepEqual(outlineProblems(text([{ node: nodeId(5), children: [], next: nodeId(1) }])), [
      `warning second-root "${nodeId(5)}"`,
      `warning second-edge "${nodeId(1)}"`,
    ]);
  });

  it('is held against its nodes in the other files', () => {
    assert.deepEqual(outlineProblems(text(), knowing('start', 'say', 'end')), []);
    assert.deepEqual(outlineProblems(text(), knowing('start', 'end')), [
      `error dangling-edge "${nodeId(2)}"`,
      `warning relation-without-node "${nodeId(2)}"`,
    ]);
    assert.equal(outlineProblems(text(), knowing('start', 'say', 'end', 'say')).length, 1);
  });
});

describe('second-edge', () => {
  it('names the node that leads there first, and where', () => {
    const text = changed(
      chart({ type: 'wait', label: 'One' }, { type: 'wait', label: 'Two' }, { type: 'wait', label: 'Three' }),
      ({ relations }) => relations[3]!.children.push(nodeId(2)),
    );
    const [problem] = problemsOf(text);
    assert.ok(problem);
    assert.equal(
      describeProblem(problem, english),
      '“One” also leads to “Two”. The editor on Cognigy.AI never creates this.',
    );
    assert.deepEqual(
      problem.related?.map(({ name }) => name),
      ['One'],
    );
  });
});

describe('duplicate-key', () => {
  const config = (text: string) => chart({ type: 'wait', config: text });

  it('marks the later key, however deep', () => {
    assertProblems(config('{"a": [{"b": 1, «"b"»: 2}], «"a"»: 3}'), [
      'warning duplicate-key',
      'warning duplicate-key',
    ]);
  });

  it('marks it around the nodes too, and in a list that does not count', () => {
    const text = chart({ type: 'wait', more: '"mark": 1' });
    assertProblems(text.replace('"relations"', '«"_id"»: "0", "relations"'), ['warning duplicate-key']);
    const hidden = text.replace('"relations"', '"relations": [{"x": {"y": 1, «"y"»: 2}}], «"relations"»');
    assertProblems(hidden, ['warning duplicate-key', 'warning duplicate-key']);
    const inRelation = text.replace('"next": "', '«"next"»: "').replace('[\n{', '[\n{"next": null, ');
    assertProblems(inRelation, ['warning duplicate-key']);
  });

  it('takes keys of different objects, and colons in strings, for none', () => {
    assertProblems(config('{"a": {"b": ":"}, "c": {"b": "{\\"b\\": 1, \\"b\\": 2}"}}'), []);
  });
});

describe('too-deep', () => {
  const nested = (levels: number) =>
    chart({ type: 'wait', config: `{"a": ${'['.repeat(levels)}${']'.repeat(levels)}}` });

  it('is one problem, and nothing else is looked at', () => {
    assert.deepEqual(
      problemsOf(nested(20_000)).map(({ code }) => code),
      ['too-deep'],
    );
    assert.equal(problemsOf(nested(497)).length, 1);
    assert.equal(problemsOf(nested(496)).length, 0);
  });
});

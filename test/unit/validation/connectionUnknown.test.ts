import assert from 'node:assert/strict';
import type { Knowledge, ReferenceIdKnowledge } from '../../../src/core/connection/knowledge';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { shippedCatalog } from '../../support/catalog';
import { chartText, chartUsing, httpNode, referenceId } from '../../support/flows';

const id = referenceId('b');
const knowing = (kind: Exclude<ReferenceIdKnowledge['kind'], 'declared'>): Knowledge => ({
  referenceId: () => ({ kind }),
});
const declared: Knowledge = {
  referenceId: (referenceId) => ({
    kind: 'declared',
    connection: { referenceId, name: 'X', extension: 'e', type: 't', isTemporary: false },
  }),
};
const check = (text: string, knowledge: Knowledge) => {
  const document = new JsonDocument(text);
  const all = validateFlow(document, shippedCatalog(), knowledge);
  return all
    .filter(({ code }) => code === 'connection-unknown')
    .map((problem) => {
      const range = document.rangeOf(problem.path)!;
      return [
        problem.code,
        problem.severity,
        problem.nodeLabel,
        text.slice(range.offset, range.offset + range.length),
      ];
    });
};

describe('connection-unknown', () => {
  it('marks exactly the Reference ID', () => {
    assert.deepEqual(check(chartUsing(id), knowing('undeclared')), [
      ['connection-unknown', 'warning', 'Get ticket', `"${id}"`],
    ]);
  });

  it('hints while nothing is declared, and is silent while it can’t know', () => {
    assert.equal(check(chartUsing(id), knowing('noDeclarations'))[0]?.[1], 'hint');
    assert.deepEqual(check(chartUsing(id), knowing('notKnowable')), []);
    assert.deepEqual(check(chartUsing(id), declared), []);
  });

  it('hints where authType is computed, for then nobody knows which field counts', () => {
    const text = chartText(
      httpNode('1', 'Get', { authType: '{{context.auth}}', basicConnection: id, url: '/x' }),
    );
    const found = check(text, knowing('undeclared')).filter(([code]) => code === 'connection-unknown');
    assert.deepEqual(
      found.map(([, severity]) => severity),
      ['hint'],
    );
  });

  it('says nothing of a field that authType leaves unused', () => {
    const text = chartText(httpNode('1', 'Get', { authType: 'none', basicConnection: id }));
    assert.deepEqual(check(text, knowing('undeclared')), []);
  });

  it('says nothing of a node type that nobody knows', () => {
    const node = { ...httpNode('1', 'Get', { connection: id }), type: 'futureNode', extension: 'unknown' };
    assert.deepEqual(check(chartText(node), knowing('undeclared')), []);
  });

  it('says what it means on Cognigy.AI', () => {
    const json = new JsonDocument(
      chartText(httpNode('1', 'Get', { authType: 'basic', basicConnection: id })),
    );
    const problem = validateFlow(json, shippedCatalog(), knowing('undeclared')).find(
      ({ code }) => code === 'connection-unknown',
    );
    assert.match(describeProblem(problem!, english), /the flow hangs at “Get”/);
  });
});

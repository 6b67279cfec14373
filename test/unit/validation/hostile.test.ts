import assert from 'node:assert/strict';
import { readFlow } from '../../../src/core/flow/flow';
import { buildFlowGraph } from '../../../src/core/flow/flowGraph';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { isComputedJson } from '../../../src/core/validation/computedJson';
import { unreachable } from '../../../src/core/validation/rules/unreachable';
import { shippedCatalog } from '../../support/catalog';
import { factsOf } from '../../support/flows';
import { chart, ignorance, nodeReferenceId, problemsOf } from '../../support/goldens';

const catalog = shippedCatalog();

describe('Files that are made to hurt', () => {
  it('may be nested as deep as they like (8.16)', () => {
    const path = 'agent/flows/Main/en-US/chart.json';
    for (const [open, close] of [
      ['{"a":', '}'],
      ['[', ']'],
    ] as const) {
      for (const depth of [490, 510, 6000, 60_000]) {
        const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
        for (const text of [deep, open.repeat(depth), chart({ type: 'say', config: `{"x": ${deep}}` })]) {
          const facts = factsOf({ [path]: text }).get(path);
          const isTooDeep = problemsOf(text).some(({ code }) => code === 'too-deep');
          assert.equal(isTooDeep, depth > 500, `${open} ${depth}`);
          assert.ok(facts?.kind === 'flow');
          const isWalked = depth === 60_000 && text.includes('"x": ');
          if (isWalked) assert.equal(facts.trouble?.kind, 'tooDeep');
        }
      }
    }
  });

  it('may hold any number of starts without an end (8.17)', () => {
    // Each start looked for its end once: minutes, where this takes milliseconds.
    for (const start of ['{{', '[[snippet-', '[[snippet-a]', '{{a}', '"{{']) {
      assert.equal(isComputedJson(start.repeat(1_000_000)), false, start);
    }
    const script = '"{{a}}"';
    assert.equal(isComputedJson(`[${Array.from({ length: 1000 }, () => script).join()}]`), true);
  });

  it('may lead anywhere: what all nodes lead to is read once (8.17)', () => {
    const count = 400;
    const target = (place: number) =>
      `{"flowNode": {"flow": "${nodeReferenceId(1)}", "node": "${nodeReferenceId(place)}"}}`;
    const nodes = Array.from({ length: count }, (_, place) =>
      place % 2 === 0 ? { type: 'goTo', config: target(((place * 7) % count) + 1) } : { type: 'say' },
    );
    const read = readFlow(new JsonDocument(chart(...nodes)).value);
    let visits = 0;
    const counted = read.nodes.map((node) => ({
      ...node,
      get configs() {
        visits++;
        return node.configs;
      },
    }));
    const flow = { ...read, nodes: counted };
    const graph = buildFlowGraph(flow);
    visits = 0;
    const context = { slots: [], nodeType: undefined, digest: () => 0, isComplete: true, catalog };
    const found = counted.flatMap((node) =>
      unreachable.ofPlacedNode!({ ...context, node, flow, graph, knowledge: ignorance }),
    );
    assert.ok(found.length >= count / 2, `${found.length}`);
    // Once for what it leads to, and for what stands before it.
    assert.ok(visits < 4 * count, `${visits} visits of ${count} nodes`);
  });
});

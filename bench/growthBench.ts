import type { Catalog } from '../src/core/catalog/catalog';
import type { Knowledge } from '../src/core/connection/knowledge';
import { english } from '../src/core/english';
import { readFlow } from '../src/core/flow/flow';
import { buildFlowTree } from '../src/core/flow/flowTree';
import { JsonDocument } from '../src/core/json/jsonDocument';
import { outlineOf } from '../src/core/language/outline';
import { NodeResults } from '../src/core/validation/nodeResults';
import { problemRange } from '../src/core/validation/problemRange';
import { defaultRuleSettings } from '../src/core/validation/ruleSettings';
import { validateFlow } from '../src/core/validation/validateFlow';
import { typedDocument } from './answersBench';

/** What flows of several sizes cost, whose every fourth node leads elsewhere; medians in milliseconds. */
export interface GrowthResult {
  readonly nodes: readonly number[];
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const sizes = [1000, 5000, 20_000];

export function measureGrowth(catalog: Catalog, rounds: number): GrowthResult {
  const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };
  const times: Record<string, number[]> = {};
  const rulesOf = (document: JsonDocument, results: NodeResults) =>
    validateFlow(document, catalog, unknown, defaultRuleSettings, results).map((problem) =>
      problemRange(problem, document),
    );
  for (const size of sizes) {
    const text = goToChart(size);
    const results = new NodeResults(catalog);
    const type = typedDocument(text);
    const contenders: Record<string, () => unknown> = {
      'parse and all rules': () => rulesOf(new JsonDocument(text), new NodeResults(catalog)),
      'the same after one letter': () => rulesOf(type(), results),
      'the tree of the Flow view': () => buildFlowTree(readFlow(new JsonDocument(text).value)),
      outline: () => outlineOf(new JsonDocument(text), english),
    };
    for (const [name, run] of Object.entries(contenders)) {
      const own: number[] = [];
      for (let round = -1; round < rounds; round++) {
        const start = performance.now();
        run();
        if (round >= 0) own.push(performance.now() - start);
      }
      (times[name] ??= []).push(own.sort((a, b) => a - b)[rounds >> 1] ?? NaN);
    }
  }
  return { nodes: sizes, times };
}

/** Growth is that of the time for each node: 1 where it is linear. */
export function growthToText({ nodes, times }: GrowthResult): string {
  const [small = 1] = nodes;
  const lines = Object.entries(times).map(([name, own]) => {
    const columns = own.map((time, index) => {
      const growth = time / (own[0] ?? NaN) / ((nodes[index] ?? NaN) / small);
      return `${time.toFixed(0)} ms ${growth.toFixed(2)}×`.padStart(16);
    });
    return `  ${name.padEnd(28)}${columns.join('')}`;
  });
  const head = nodes.map((count) => `${count} nodes`.padStart(16)).join('');
  return [
    'Growth: a flow whose every fourth node leads elsewhere, and the time for each node',
    `  ${''.padEnd(28)}${head}`,
    ...lines,
    '',
  ].join('\n');
}

function goToChart(count: number): string {
  const hex = (index: number) => index.toString(16).padStart(24, '0');
  const uuid = (index: number) => `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const nodes = Array.from({ length: count }, (_, index) => {
    const isGoTo = index % 4 === 3;
    const target = { flow: uuid(count + 1), node: uuid((index * 7) % count) };
    const type = index === 0 ? 'start' : index === count - 1 ? 'end' : isGoTo ? 'goTo' : 'say';
    return {
      _id: hex(index),
      referenceId: uuid(index),
      type,
      extension: '@cognigy/basic-nodes',
      label: `Node ${index}`,
      config: isGoTo ? { flowNode: target } : { say: { text: [`Text ${index}`] } },
    };
  });
  const relations = nodes.map(({ _id, type }, index) => ({
    _id,
    node: _id,
    children: [],
    next: type === 'goTo' || index === count - 1 ? null : hex(index + 1),
  }));
  return JSON.stringify({ _id: hex(count), relations, nodes }, undefined, 2);
}

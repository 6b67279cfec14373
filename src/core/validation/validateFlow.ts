import type { Catalog } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import { readFlow, type Flow } from '../flow/flow';
import { buildFlowGraph, type FlowGraph } from '../flow/flowGraph';
import type { JsonDocument } from '../json/jsonDocument';
import { asString, isObject } from '../json/narrow';
import { maximumDepth } from '../json/tolerantTree';
import { NodeResults } from './nodeResults';
import type { Problem } from './problem';
import type { Finding, FlowContext } from './rule';
import { flowRules, placedNodeRules } from './rules';
import { applySettings, defaultRuleSettings, type RuleSettings } from './ruleSettings';

/**
 * All problems of a flow file: those of the whole first, then node by node in file order. A value of an unknown shape
 * has none, and a broken text only those of values that are there. With the `results` of an earlier version of the
 * document only nodes that have changed are judged again.
 */
export function validateFlow(
  document: JsonDocument,
  catalog: Catalog,
  knowledge: Knowledge,
  settings: RuleSettings = defaultRuleSettings,
  results = new NodeResults(catalog),
): Problem[] {
  return applySettings(findProblems(document, catalog, knowledge, settings, results), settings);
}

function findProblems(
  document: JsonDocument,
  catalog: Catalog,
  knowledge: Knowledge,
  settings: RuleSettings,
  results: NodeResults,
): Problem[] {
  if (document.isTooDeep) {
    const problem = { code: 'too-deep', severity: 'error', path: [], args: [maximumDepth] } as const;
    return [{ ...problem, nodeId: undefined, nodeLabel: '' }];
  }
  const flow = readFlow(document.value);
  if (flow.shape === 'unknown') return [];
  const graph = buildFlowGraph(flow);
  const isComplete = !document.syntaxError;
  const problems: Problem[] = [];
  // Sound charts repeat many labels, and mostly nobody wants to hear of it.
  const isWanted = ({ code }: Finding) => settings.get(code) !== 'off';
  if (isComplete) {
    const keysOf = (value: unknown) => results.keysOf(value);
    const context = { ...toFlowContext(document, flow, graph, knowledge), catalog, knowledge, keysOf };
    for (const rule of flowRules) {
      for (const { node, ...finding } of rule(context).filter(isWanted)) {
        problems.push({ ...finding, nodeId: node?.id, nodeLabel: node?.name ?? '' });
      }
    }
  }
  for (const node of flow.nodes) {
    const judged = results.judge(node, isComplete || document.isSoundAt(node.path));
    const add = (finding: Finding) => problems.push({ ...finding, nodeId: node.id, nodeLabel: node.name });
    judged.findings.forEach(add);
    const { nodeType, slots, digest } = judged;
    const context = { node, nodeType, slots, digest, isComplete, flow, graph, catalog, knowledge };
    for (const rule of placedNodeRules) rule(context).forEach(add);
  }
  return problems;
}

function toFlowContext(
  document: JsonDocument,
  flow: Flow,
  graph: FlowGraph,
  knowledge: Knowledge,
): Omit<FlowContext, 'catalog' | 'knowledge' | 'keysOf'> {
  const chartId = isObject(document.value) ? asString(document.value._id) : undefined;
  const members =
    flow.shape === 'packageChart'
      ? chartId === undefined
        ? undefined
        : knowledge.project?.nodesOfChart(chartId)
      : graph.nodes;
  return { document, flow, graph, members };
}

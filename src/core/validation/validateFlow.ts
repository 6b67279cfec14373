import type { Catalog } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import { readFlow, type Flow } from '../flow/flow';
import { buildFlowGraph, type FlowGraph } from '../flow/flowGraph';
import type { JsonDocument } from '../json/jsonDocument';
import { asString, isObject } from '../json/narrow';
import { NodeResults } from './nodeResults';
import type { Problem } from './problem';
import { toProblem, type Finding } from './rule';
import type { FlowContext } from './ruleContexts';
import { rules } from './rules';
import { applySettings, defaultRuleSettings, type RuleSettings } from './ruleSettings';

/**
 * All problems of a flow file: those of the whole first, then node by node in file order. A value of an unknown shape
 * has none, one that nests too deep neither, and a broken text only those of values that are there. With the `results` of an earlier version of the
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
  if (document.isTooDeep) return [];
  const flow = readFlow(document.value);
  if (flow.shape === 'unknown') return [];
  const graph = buildFlowGraph(flow);
  const isComplete = !document.syntaxError;
  const { isClone } = knowledge;
  const problems: Problem[] = [];
  if (isComplete) {
    const keysOf = (value: unknown) => results.keysOf(value);
    const context = { ...toFlowContext(document, flow, graph, knowledge), catalog, knowledge, keysOf };
    for (const { code, ofFlow } of flowRules) {
      // Sound charts repeat many labels, and mostly nobody wants to hear of it.
      if (settings.get(code) === 'off') continue;
      for (const finding of ofFlow(context)) problems.push(toProblem(finding, isClone));
    }
  }
  for (const node of flow.nodes) {
    const judged = results.judge(node, isComplete || document.isSoundAt(node.path));
    const add = (finding: Finding) => problems.push(toProblem(finding, isClone, node));
    judged.findings.forEach(add);
    const { nodeType, slots, digest } = judged;
    const context = { node, nodeType, slots, digest, isComplete, flow, graph, catalog, knowledge };
    for (const ofPlacedNode of placedNodeRules) ofPlacedNode(context).forEach(add);
  }
  return problems;
}

const flowRules = rules.flatMap(({ code, ofFlow }) => (ofFlow ? [{ code, ofFlow }] : []));
const placedNodeRules = rules.flatMap(({ ofPlacedNode }) => ofPlacedNode ?? []);

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

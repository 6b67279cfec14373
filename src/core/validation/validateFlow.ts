import type { Catalog } from '../catalog/catalog';
import { hasCognigyScript, isUnset } from '../catalog/condition';
import type { NodeTypeDeclaration } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import { connectionSlots } from '../flow/connectionUse';
import { readFlow, type Flow } from '../flow/flow';
import { buildFlowGraph, type FlowGraph } from '../flow/flowGraph';
import type { FlowNode } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import { summarizeKeys } from '../json/keySummary';
import { asString, isObject } from '../json/narrow';
import { maximumDepth } from '../json/tolerantTree';
import type { Problem } from './problem';
import type { FlowContext, NodeContext, SetField } from './rule';
import { flowRules, nodeRules } from './rules';
import { applySettings, defaultRuleSettings, type RuleSettings } from './ruleSettings';

/**
 * All problems of a flow file: those of the whole first, then node by node in file order. A value of an unknown shape
 * has none, and a broken text only those of values that are there.
 */
export function validateFlow(
  document: JsonDocument,
  catalog: Catalog,
  knowledge: Knowledge,
  settings: RuleSettings = defaultRuleSettings,
): Problem[] {
  return applySettings(findProblems(document, catalog, knowledge), settings);
}

function findProblems(document: JsonDocument, catalog: Catalog, knowledge: Knowledge): Problem[] {
  if (document.isTooDeep) {
    const problem = { code: 'too-deep', severity: 'error', path: [], args: [maximumDepth] } as const;
    return [{ ...problem, nodeId: undefined, nodeLabel: '' }];
  }
  const flow = readFlow(document.value);
  if (flow.shape === 'unknown') return [];
  const graph = buildFlowGraph(flow);
  const isComplete = !document.syntaxError;
  const problems: Problem[] = [];
  if (isComplete) {
    const context = { ...toFlowContext(document, flow, graph, knowledge), catalog, knowledge };
    for (const rule of flowRules) {
      for (const { node, ...finding } of rule(context)) {
        problems.push({ ...finding, nodeId: node?.id, nodeLabel: node?.name ?? '' });
      }
    }
  }
  for (const node of flow.nodes) {
    const nodeType = catalog.nodeType(node.extension, node.type);
    const context: NodeContext = {
      node,
      nodeType,
      slots: connectionSlots(node, nodeType),
      fields: setFields(node, nodeType),
      isComplete,
      flow,
      graph,
      catalog,
      knowledge,
    };
    for (const rule of nodeRules) {
      for (const finding of rule(context)) {
        problems.push({ ...finding, nodeId: node.id, nodeLabel: node.name });
      }
    }
  }
  return problems;
}

function toFlowContext(
  document: JsonDocument,
  flow: Flow,
  graph: FlowGraph,
  knowledge: Knowledge,
): Omit<FlowContext, 'catalog' | 'knowledge'> {
  const chartId = isObject(document.value) ? asString(document.value._id) : undefined;
  const members =
    flow.shape === 'packageChart'
      ? chartId === undefined
        ? undefined
        : knowledge.project?.nodesOfChart(chartId)
      : graph.nodes;
  return { document, flow, graph, members, keys: summarizeKeys(document.value) };
}

/** The kinds of fields whose single values rules judge; to look into all the texts would cost more than all else. */
const judgedTypes: ReadonlySet<string> = new Set(['select', 'toggle', 'checkbox', 'number', 'slider']);

/** Unset and computed values are never a problem, so that no rule gets to see them. */
function setFields(node: FlowNode, nodeType: NodeTypeDeclaration | undefined): SetField[] {
  const result: SetField[] = [];
  if (!nodeType || nodeType.fields.size === 0) return result;
  for (const config of node.configs) {
    for (const key in config.value) {
      const field = nodeType.fields.get(key);
      if (!field || !judgedTypes.has(field.type)) continue;
      const value = config.value[key];
      if (!isUnset(value) && !hasCognigyScript(value)) result.push({ field, config, value });
    }
  }
  return result;
}

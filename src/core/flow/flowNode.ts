import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type { JsonPath } from '../json/jsonPath';
import { flowLists } from './flowLists';

/** The settings of a node, for one locale. */
export interface NodeConfig {
  readonly path: JsonPath;
  readonly value: JsonObject;
  /** The `_id` of the locale that owns it. */
  readonly localeReference: string | undefined;
}

/** A node as it stands in its file, whichever of the shapes on disk that is. */
export interface FlowNode {
  /** Where the node's own object stands in its file. */
  readonly path: JsonPath;
  /** The node's own object, for what is not read out of it below. */
  readonly value: JsonObject;
  /** The node's `_id`: the same in every locale. */
  readonly id: string | undefined;
  readonly type: string;
  readonly extension: string;
  readonly label: string;
  /** What the node is called in sentences: its label, else its type. */
  readonly name: string;
  /** The node's own UUID, lower-case: what goTo and executeFlow name it by. */
  readonly referenceId: string | undefined;
  readonly isDisabled: boolean;
  /** One in a chart; one a locale in a package. */
  readonly configs: readonly NodeConfig[];
}

/** The nodes of a flow file's value, in file order; empty when the value has none of the known shapes. */
export function readFlowNodes(value: unknown): FlowNode[] {
  const { shape, nodes, nodesPath, relations } = flowLists(value);
  if (shape === 'embedded') {
    return relations.flatMap((relation, index) =>
      isObject(relation) ? (toChartNode(relation._data, [index, '_data']) ?? []) : [],
    );
  }
  if (shape === 'packageNode' && isObject(value)) {
    const configs = asArray(value.localizedData).flatMap((localized, index) =>
      isObject(localized) ? (toConfig(localized, ['localizedData', index]) ?? []) : [],
    );
    return [toNode(value, [], configs)];
  }
  return nodes.flatMap((node, index) => toChartNode(node, [...nodesPath, index]) ?? []);
}

/** The node that a path leads to or into, without a look at the others. */
export function readFlowNodeAt(value: unknown, path: JsonPath): FlowNode | undefined {
  const [first, second] = path;
  if (Array.isArray(value) && second === '_data') {
    const relation: unknown = typeof first === 'number' ? value[first] : undefined;
    return typeof first === 'number' && isObject(relation)
      ? toChartNode(relation._data, [first, second])
      : undefined;
  }
  const { shape, nodes, nodesPath } = flowLists(value);
  if (shape === 'packageNode') return readFlowNodes(value)[0];
  const index = path[nodesPath.length];
  if (typeof index !== 'number' || nodesPath.some((name, at) => path[at] !== name)) return undefined;
  return toChartNode(nodes[index], [...nodesPath, index]);
}

function toChartNode(node: unknown, path: JsonPath): FlowNode | undefined {
  if (!isObject(node)) return undefined;
  const config = toConfig(node, path);
  return toNode(node, path, config ? [config] : []);
}

function toNode(node: JsonObject, path: JsonPath, configs: readonly NodeConfig[]): FlowNode {
  const type = asString(node.type) ?? '';
  const label = asString(node.label) ?? '';
  return {
    path,
    value: node,
    id: asString(node._id),
    type,
    extension: asString(node.extension) ?? '',
    label,
    name: label || type,
    referenceId: asString(node.referenceId)?.toLowerCase(),
    isDisabled: node.isDisabled === true,
    configs,
  };
}

function toConfig(holder: JsonObject, path: JsonPath): NodeConfig | undefined {
  return isObject(holder.config)
    ? { path: [...path, 'config'], value: holder.config, localeReference: asString(holder.localeReference) }
    : undefined;
}

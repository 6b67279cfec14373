import type { Catalog, NodeField, NodeTypeDeclaration } from '../catalog/catalog';
import { readFlowNodeAt, type FlowNode, type NodeConfig } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import { isWithinPath, type JsonPath } from '../json/jsonPath';

/** A node's setting. */
export interface FieldPlace {
  readonly node: FlowNode;
  readonly nodeType: NodeTypeDeclaration | undefined;
  readonly config: NodeConfig;
  readonly key: string;
  /** Undefined for a key that nobody declares. */
  readonly field: NodeField | undefined;
  /** What the key holds; the path may lead deeper into it. */
  readonly value: unknown;
}

/** The node that a path leads to or into. */
export function nodeAt(document: JsonDocument, path: JsonPath): FlowNode | undefined {
  return readFlowNodeAt(document.value, path);
}

/** The setting that a path leads to or into; undefined outside of nodes' configs. */
export function fieldAt(document: JsonDocument, path: JsonPath, catalog: Catalog): FieldPlace | undefined {
  const node = nodeAt(document, path);
  const config = node?.configs.find((candidate) => isWithinPath(candidate.path, path));
  const key = config && path[config.path.length];
  if (!node || !config || typeof key !== 'string') return undefined;
  const nodeType = catalog.nodeType(node.extension, node.type);
  return { node, nodeType, config, key, field: nodeType?.fields.get(key), value: config.value[key] };
}

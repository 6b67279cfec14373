import {
  isSelected,
  type Catalog,
  type ConnectionField,
  type ConnectionTypeKey,
  type NodeTypeDeclaration,
} from '../catalog/catalog';
import { toReferenceId, type ReferenceId } from './referenceId';
import type { JsonPath } from '../json/jsonPath';
import type { FlowNode, NodeConfig } from './flowNode';

/** A place where a Connection is named: in the config of a node, or in the settings of an LLM resource. */
export interface ConnectionUse {
  readonly user: 'node' | 'llm';
  readonly referenceId: ReferenceId;
  /** The type that the field accepts; undefined where nobody declares the field, so that any type may be meant. */
  readonly connectionType: ConnectionTypeKey | undefined;
  readonly key: string;
  /** Where the Reference ID stands in the file. */
  readonly path: JsonPath;
  readonly nodeId: string | undefined;
  /** The name of the node, or of the resource. */
  readonly nodeLabel: string;
  readonly isDisabled: boolean;
  /** True where only the run decides whether the field counts. */
  readonly isConditional?: true;
  /** The host that the node calls, where its config names one in clear text. */
  readonly urlHost: string | undefined;
}

/** A field for a Connection as a node has it, whatever stands in it. */
export interface ConnectionSlot {
  readonly field: ConnectionField;
  readonly config: NodeConfig;
  readonly value: unknown;
  /** Undefined unless the value is a Reference ID. */
  readonly referenceId: ReferenceId | undefined;
  /** Whether the node's own settings make the field count; undefined when that is decided at run time. */
  readonly isSelected: boolean | undefined;
}

/** The fields of a node that its descriptor declares to be connections, by (extension, node type, key). */
export function connectionSlots(
  node: FlowNode,
  nodeType: NodeTypeDeclaration | undefined,
): readonly ConnectionSlot[] {
  if (!nodeType?.connectionFields.length) return [];
  return node.configs.flatMap((config) =>
    nodeType.connectionFields.map((field) => {
      const value = config.value[field.key];
      return {
        field,
        config,
        value,
        referenceId: toReferenceId(value),
        isSelected: isSelected(field, config.value, nodeType),
      };
    }),
  );
}

/** Where the value of a connection field stands in its file. */
export function slotPath({ config, field }: ConnectionSlot): JsonPath {
  return [...config.path, field.key];
}

/**
 * The Connections that a node names. Left out: values that are no Reference ID, and fields that the node's own choice
 * of authentication leaves unused.
 */
export function connectionUses(node: FlowNode, catalog: Catalog): ConnectionUse[] {
  return usesIn(node, connectionSlots(node, catalog.nodeType(node.extension, node.type)));
}

/** The same of a node whose slots are known. */
export function usesIn(node: FlowNode, slots: readonly ConnectionSlot[]): ConnectionUse[] {
  return slots.flatMap((slot): ConnectionUse[] => {
    const { referenceId, field, config } = slot;
    if (!referenceId || slot.isSelected === false) return [];
    return [
      {
        user: 'node',
        referenceId,
        connectionType: field.connectionType,
        key: field.key,
        path: slotPath(slot),
        nodeId: node.id,
        nodeLabel: node.name,
        isDisabled: node.isDisabled,
        ...(slot.isSelected === undefined && { isConditional: true }),
        urlHost: urlHost(config.value.url),
      },
    ];
  });
}

/** Only the host must be in clear text: paths and queries of real nodes are mostly computed. */
function urlHost(url: unknown): string | undefined {
  const origin =
    typeof url === 'string' ? /^\s*(https?:\/\/[^/?#\s{}[\]]+)(?=[/?#\s]|$)/i.exec(url)?.[1] : undefined;
  if (origin === undefined) return undefined;
  try {
    return new URL(origin).hostname;
  } catch {
    return undefined;
  }
}

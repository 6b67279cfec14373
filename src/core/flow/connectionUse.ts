import { isSelected, type Catalog, type ConnectionTypeKey } from '../catalog/catalog';
import { toReferenceId, type ReferenceId } from './referenceId';
import type { JsonPath } from '../json/jsonPath';
import type { FlowNode } from './flowNode';

/** A place in a flow file where a node names a Connection. */
export interface ConnectionUse {
  readonly referenceId: ReferenceId;
  /** The type that the node's field accepts. */
  readonly connectionType: ConnectionTypeKey;
  readonly key: string;
  /** Where the Reference ID stands in the file. */
  readonly path: JsonPath;
  readonly nodeId: string | undefined;
  readonly nodeLabel: string;
  readonly isDisabled: boolean;
  /** The host that the node calls, where its config names one in clear text. */
  readonly urlHost: string | undefined;
}

/**
 * The Connections that a node names in fields which its descriptor declares to be connections, by (extension, node
 * type, key). Left out: values that are no Reference ID, and fields that the node's own choice of authentication
 * leaves unused.
 */
export function connectionUses(node: FlowNode, catalog: Catalog): ConnectionUse[] {
  const nodeType = catalog.nodeType(node.extension, node.type);
  if (!nodeType?.connectionFields.length) return [];
  return node.configs.flatMap((config) =>
    nodeType.connectionFields.flatMap((field): ConnectionUse[] => {
      const referenceId = toReferenceId(config.value[field.key]);
      if (!referenceId || isSelected(field, config.value, nodeType) === false) return [];
      return [
        {
          referenceId,
          connectionType: field.connectionType,
          key: field.key,
          path: [...config.path, field.key],
          nodeId: node.id,
          nodeLabel: node.label || node.type,
          isDisabled: node.isDisabled,
          urlHost: urlHost(config.value.url),
        },
      ];
    }),
  );
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

import type { JsonObject } from '../json/narrow';
import { evaluateCondition, type Condition } from './condition';

/** A connection type is named by the pair; the same type name may stand in two Extensions. */
export interface ConnectionTypeKey {
  /** Package name of the Extension that declares it, such as `@cognigy/basic-nodes`. */
  readonly extension: string;
  readonly type: string;
}

export interface ConnectionTypeDeclaration extends ConnectionTypeKey {
  readonly fields: readonly { readonly fieldName: string; readonly required: boolean }[];
}

/** A config key of a node type that holds a Reference ID. */
export interface ConnectionField {
  readonly key: string;
  readonly connectionType: ConnectionTypeKey;
  readonly required: boolean;
  readonly condition?: Condition;
}

export interface NodeTypeDeclaration {
  readonly extension: string;
  readonly type: string;
  readonly connectionFields: readonly ConnectionField[];
  /** Default by config key, where the descriptor names one. */
  readonly defaults: ReadonlyMap<string, unknown>;
}

export interface CatalogSource {
  readonly connectionTypes: readonly ConnectionTypeDeclaration[];
  readonly nodeTypes: readonly NodeTypeDeclaration[];
}

/** Read-only lookup of node types and connection types; what an earlier source says hides what a later one says. */
export class Catalog {
  readonly #connectionTypes = new Map<string, ConnectionTypeDeclaration>();
  readonly #nodeTypes = new Map<string, NodeTypeDeclaration>();
  readonly #acceptedByNodes = new Set<string>();

  constructor(sources: readonly CatalogSource[]) {
    for (const source of sources.toReversed()) {
      for (const entry of source.connectionTypes) this.#connectionTypes.set(pairKey(entry), entry);
      for (const entry of source.nodeTypes) {
        this.#nodeTypes.set(pairKey(entry), entry);
        for (const field of entry.connectionFields) this.#acceptedByNodes.add(pairKey(field.connectionType));
      }
    }
  }

  connectionType(key: ConnectionTypeKey): ConnectionTypeDeclaration | undefined {
    return this.#connectionTypes.get(pairKey(key));
  }

  /** Whether any node type has a field for Connections of this type; the others serve providers and settings. */
  isAcceptedByNodes(key: ConnectionTypeKey): boolean {
    return this.#acceptedByNodes.has(pairKey(key));
  }

  nodeType(extension: string, type: string): NodeTypeDeclaration | undefined {
    return this.#nodeTypes.get(pairKey({ extension, type }));
  }
}

/** Whether a node's config makes a connection field count; undefined when that is decided at run time. */
export function isSelected(
  field: ConnectionField,
  config: JsonObject,
  nodeType: NodeTypeDeclaration,
): boolean | undefined {
  return field.condition
    ? evaluateCondition(field.condition, config, (key) => nodeType.defaults.get(key))
    : true;
}

export function isSameType(a: ConnectionTypeKey, b: ConnectionTypeKey): boolean {
  return a.extension === b.extension && a.type === b.type;
}

function pairKey(key: ConnectionTypeKey): string {
  return `${key.extension}\n${key.type}`;
}

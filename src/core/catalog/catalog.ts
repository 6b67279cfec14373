import type { JsonObject } from '../json/narrow';
import { evaluateCondition, type Condition } from './condition';
import { deprecatedTypes } from './deprecatedTypes';

/** A connection type is named by the pair; the same type name may stand in two Extensions. */
export interface ConnectionTypeKey {
  /** Package name of the Extension that declares it, such as `@cognigy/basic-nodes`. */
  readonly extension: string;
  readonly type: string;
}

/**
 * How far a source can be trusted: `declared` is what the platform or an Extension of the project itself declares;
 * `recorded` are names noted down from public Extensions, which may differ from what a project has installed, so
 * that they justify no more than a hint.
 */
export type CatalogRank = 'declared' | 'recorded';

export interface ConnectionTypeDeclaration extends ConnectionTypeKey {
  readonly rank: CatalogRank;
  readonly fields: readonly { readonly fieldName: string; readonly required: boolean }[];
}

/** A config key of a node type, as its descriptor has it. */
export interface NodeField {
  readonly key: string;
  /** The kind of input: `select`, `toggle`, `number`, `json`, `connection` and many more. */
  readonly type: string;
  readonly required: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  /** When the field counts; always when absent. */
  readonly condition?: Condition;
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
  readonly rank: CatalogRank;
  /** By key. */
  readonly fields: ReadonlyMap<string, NodeField>;
  readonly connectionFields: readonly ConnectionField[];
  /** Types of the nodes that the platform makes as heads of this one's branches; undefined for a node without any. */
  readonly children?: readonly string[];
  /** The type of the only node whose branch this one can head. */
  readonly parentType?: string;
  /** Whether only the platform makes and deletes such nodes. */
  readonly isFixed: boolean;
  /** True where the platform's editor offers it no more, though it runs. */
  readonly isHidden?: true;
}

export interface CatalogSource {
  readonly connectionTypes: readonly ConnectionTypeDeclaration[];
  readonly nodeTypes: readonly NodeTypeDeclaration[];
}

/** Read-only lookup of node types and connection types; what an earlier source says hides what a later one says. */
export class Catalog {
  readonly #connectionTypes = new Map<string, ConnectionTypeDeclaration>();
  readonly #nodeTypes = new Map<string, Map<string, NodeTypeDeclaration>>();
  readonly #acceptedByNodes = new Set<string>();

  constructor(sources: readonly CatalogSource[]) {
    for (const source of sources.toReversed()) {
      for (const entry of source.connectionTypes) this.#connectionTypes.set(pairKey(entry), entry);
      for (const entry of source.nodeTypes) {
        const ofExtension = this.#nodeTypes.get(entry.extension) ?? new Map<string, NodeTypeDeclaration>();
        this.#nodeTypes.set(entry.extension, ofExtension.set(entry.type, entry));
        for (const field of entry.connectionFields) this.#acceptedByNodes.add(pairKey(field.connectionType));
      }
    }
  }

  connectionType(key: ConnectionTypeKey): ConnectionTypeDeclaration | undefined {
    return this.#connectionTypes.get(pairKey(key));
  }

  /** Every connection type, in the order of the sources from the last to the first. */
  get connectionTypes(): ConnectionTypeDeclaration[] {
    return [...this.#connectionTypes.values()];
  }

  /** Whether any node type has a field for Connections of this type; the others serve providers and settings. */
  isAcceptedByNodes(key: ConnectionTypeKey): boolean {
    return this.#acceptedByNodes.has(pairKey(key));
  }

  /** The type that takes the place of a deprecated one; undefined for all others. */
  replacementOf(key: ConnectionTypeKey): ConnectionTypeKey | undefined {
    return deprecatedTypes.find((entry) => isSameType(entry.deprecated, key))?.replacement;
  }

  /** Every node type, in the order of the sources from the last to the first. */
  get nodeTypes(): NodeTypeDeclaration[] {
    return [...this.#nodeTypes.values()].flatMap((ofExtension) => [...ofExtension.values()]);
  }

  nodeType(extension: string, type: string): NodeTypeDeclaration | undefined {
    return this.#nodeTypes.get(extension)?.get(type);
  }
}

/**
 * Whether a node's config makes a field count; undefined when that is decided at run time, or by a value that is no
 * choice. What is only recorded makes none count for nothing: defaults are not recorded, and the project may have another
 * version.
 */
export function isSelected(
  { condition }: { readonly condition?: Condition },
  config: JsonObject,
  { fields, rank }: NodeTypeDeclaration,
): boolean | undefined {
  if (!condition) return true;
  const isMet = evaluateCondition(condition, config, {
    defaultOf: (key) => fields.get(key)?.default,
    isPossible(key, value) {
      const { type, enum: choices } = fields.get(key) ?? {};
      if (type === 'select' && choices) return choices.includes(value);
      return (type !== 'toggle' && type !== 'checkbox') || typeof value === 'boolean';
    },
  });
  return rank === 'recorded' && isMet === false ? undefined : isMet;
}

export function isSameType(a: ConnectionTypeKey, b: ConnectionTypeKey): boolean {
  return a.extension === b.extension && a.type === b.type;
}

function pairKey(key: ConnectionTypeKey): string {
  return `${key.extension}\n${key.type}`;
}

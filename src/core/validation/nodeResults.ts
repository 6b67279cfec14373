import type { Catalog, NodeTypeDeclaration } from '../catalog/catalog';
import { hasCognigyScript, isUnset } from '../catalog/condition';
import { configDigest } from '../flow/configDigest';
import { connectionSlots, type ConnectionSlot } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import { summarizeKeys, type KeySummary } from '../json/keySummary';
import type { JsonObject } from '../json/narrow';
import type { Finding } from './rule';
import type { SetField } from './ruleContexts';
import { rules } from './rules';

/** A node and what the rules say of it by itself. */
export interface JudgedNode {
  readonly node: FlowNode;
  readonly nodeType: NodeTypeDeclaration | undefined;
  readonly slots: readonly ConnectionSlot[];
  readonly digest: () => number;
  readonly findings: readonly Finding[];
}

/** The kinds of fields whose single values rules judge; to look into all the texts would cost more than all else. */
const judgedTypes: ReadonlySet<string> = new Set(['select', 'toggle', 'checkbox', 'number', 'slider']);

const nodeRules = rules.flatMap(({ ofNode }) => ofNode ?? []);

const noKeys: KeySummary = { properties: 0, hasDot: false };

/**
 * What was found in nodes by themselves, for one catalogue: kept as long as a node's value is the same object, which
 * it is while other elements of its document change. A change of any other kind, and so of a node's place or of what
 * is broken in it, makes new objects (`JsonDocument.withText`).
 */
export class NodeResults {
  readonly #judged = new WeakMap<JsonObject, JudgedNode>();
  readonly #keys = new WeakMap<object, KeySummary>();

  constructor(private readonly catalog: Catalog) {}

  judge(node: FlowNode, isComplete: boolean): JudgedNode {
    const known = this.#judged.get(node.value);
    if (known) return known;
    const judged = judge(node, isComplete, this.catalog);
    this.#judged.set(node.value, judged);
    return judged;
  }

  /** The keys in a value, which must not nest deeper than the stack bears. */
  keysOf(value: unknown): KeySummary {
    if (typeof value !== 'object' || value === null) return noKeys;
    const known = this.#keys.get(value);
    if (known) return known;
    const keys = summarizeKeys(value);
    this.#keys.set(value, keys);
    return keys;
  }
}

function judge(node: FlowNode, isComplete: boolean, catalog: Catalog): JudgedNode {
  const nodeType = catalog.nodeType(node.extension, node.type);
  const slots = connectionSlots(node, nodeType);
  const context = { node, nodeType, slots, fields: setFields(node, nodeType), isComplete };
  let digest: number | undefined;
  return {
    node,
    nodeType,
    slots,
    digest: () => (digest ??= configDigest(node.configs[0]?.value)),
    findings: nodeRules.flatMap((ofNode) => ofNode(context)),
  };
}

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

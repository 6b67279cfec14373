import type { Catalog } from '../catalog/catalog';
import { candidateUses } from '../flow/candidateUses';
import { connectionSlots, usesIn, type ConnectionSlot, type ConnectionUse } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import { outlineNode, type OutlinedNode } from '../flow/flowOutline';
import { misplacedReferenceId } from '../flow/misplacedReferenceId';
import { nodeTargetsIn } from '../flow/nodeTarget';
import type { ReferenceId } from '../flow/referenceId';
import type { JsonObject } from '../json/narrow';

/** What one node says to the view and to the rules of other files. */
export interface NodeFacts {
  readonly outlined: OutlinedNode;
  readonly uses: readonly ConnectionUse[];
  readonly candidates: readonly ConnectionUse[];
  readonly mentions: readonly ReferenceId[];
  /** The Reference IDs of the nodes that it leads to, lower-case. */
  readonly targets: readonly string[];
}

/** Reads what nodes say. */
export interface NodeFactsReader {
  read(node: FlowNode): NodeFacts;
}

/** For files that are read once: keeping what their nodes say would take as long as reading them. */
export function createNodeFactsReader(catalog: Catalog): NodeFactsReader {
  return { read: (node) => readNodeFacts(node, catalog) };
}

/** For documents that are edited: what a node says is kept as long as its value is the same object. */
export function createKeepingReader(catalog: Catalog): NodeFactsReader {
  const kept = new WeakMap<JsonObject, NodeFacts>();
  return {
    read(node) {
      const known = kept.get(node.value);
      if (known) return known;
      const facts = readNodeFacts(node, catalog);
      kept.set(node.value, facts);
      return facts;
    },
  };
}

function readNodeFacts(node: FlowNode, catalog: Catalog): NodeFacts {
  const nodeType = catalog.nodeType(node.extension, node.type);
  const candidates = candidateUses(node, nodeType);
  const slots = connectionSlots(node, nodeType);
  const targets = node.configs.flatMap(({ value }) => nodeTargetsIn(value));
  return {
    outlined: outlineNode(node),
    uses: usesIn(node, slots),
    candidates,
    // Hardly a node has any.
    mentions:
      slots.length + candidates.length > 0
        ? [...slots.flatMap(mentionedIn), ...candidates.map(({ referenceId }) => referenceId)]
        : none,
    targets: targets.length > 0 ? targets.map((target) => target.node) : none,
  };
}

/** One with something around it names nothing on Cognigy.AI, but somebody meant it. */
function mentionedIn({ referenceId, value }: ConnectionSlot): readonly ReferenceId[] {
  const meant = typeof value === 'string' ? misplacedReferenceId(value)?.referenceId : undefined;
  return referenceId ? [referenceId] : meant ? [meant] : none;
}

const none: readonly never[] = [];

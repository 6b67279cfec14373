import type { Catalog } from '../catalog/catalog';
import { candidateUses } from '../flow/candidateUses';
import { connectionSlots, connectionUses, type ConnectionUse } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import { outlineNode, type OutlinedNode } from '../flow/flowOutline';
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

/** Reads nodes, for one catalogue; what a node says is kept as long as its value is the same object. */
export class NodeFactsReader {
  readonly #known = new WeakMap<JsonObject, NodeFacts>();

  constructor(private readonly catalog: Catalog) {}

  read(node: FlowNode): NodeFacts {
    const known = this.#known.get(node.value);
    if (known) return known;
    const facts = readNodeFacts(node, this.catalog);
    this.#known.set(node.value, facts);
    return facts;
  }
}

function readNodeFacts(node: FlowNode, catalog: Catalog): NodeFacts {
  const nodeType = catalog.nodeType(node.extension, node.type);
  const candidates = candidateUses(node, nodeType);
  const slots = connectionSlots(node, nodeType);
  return {
    outlined: outlineNode(node),
    uses: connectionUses(node, catalog),
    candidates,
    mentions: [...slots, ...candidates].flatMap(({ referenceId }) => referenceId ?? []),
    targets: node.configs.flatMap(({ value }) => nodeTargetsIn(value).map((target) => target.node)),
  };
}

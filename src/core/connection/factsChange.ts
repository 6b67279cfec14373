import type { OutlinedNode } from '../flow/flowOutline';
import { isEqual } from '../json/isEqual';
import type { FileFacts, FlowFacts } from './fileFacts';

/**
 * Whom a change of a file concerns: nobody else, the other locales of its flow (settings of a node that name nothing),
 * or everybody (nodes, what they name and where they lead; all that is no flow).
 */
export type FactsChange = 'none' | 'locales' | 'all';

export function factsChange(before: FileFacts | undefined, after: FileFacts | undefined): FactsChange {
  if (before?.kind !== 'flow' || after?.kind !== 'flow') return isEqual(before, after) ? 'none' : 'all';
  if (!isSameToAll(before, after)) return 'all';
  const isSameToLocales = after.outline.nodes.every(
    ({ digest }, index) => digest === before.outline.nodes[index]?.digest,
  );
  return isSameToLocales ? 'none' : 'locales';
}

function isSameToAll(before: FlowFacts, after: FlowFacts): boolean {
  return (
    isEqual(before.place, after.place) &&
    isEqual(before.trouble, after.trouble) &&
    isEqual(before.uses, after.uses) &&
    isEqual(before.candidates, after.candidates) &&
    isEqual([...before.mentions], [...after.mentions]) &&
    isEqual([...before.outline.targets], [...after.outline.targets]) &&
    before.outline.nodes.length === after.outline.nodes.length &&
    after.outline.nodes.every((node, index) => isSameButDigest(node, before.outline.nodes[index]))
  );
}

/** Nodes that were not touched are the same objects. */
function isSameButDigest(node: OutlinedNode, before: OutlinedNode | undefined): boolean {
  return (
    node === before || (before !== undefined && isEqual({ ...node, digest: '' }, { ...before, digest: '' }))
  );
}

import type { ConnectionUse } from '../flow/connectionUse';
import type { OutlinedNode } from '../flow/flowOutline';
import { isEqual } from '../json/isEqual';
import type { FileFacts, FlowFacts } from './fileFacts';

/**
 * Whom a change of a file concerns: nobody else; the other locales of its flow (settings of a node that name nothing);
 * besides these whoever names its nodes to people (what they are called, and the hosts that they call); or everybody
 * (nodes, what they name and where they lead; all that is no flow).
 */
export type FactsChange = 'none' | 'locales' | 'names' | 'all';

export function factsChange(before: FileFacts | undefined, after: FileFacts | undefined): FactsChange {
  if (before?.kind !== 'flow' || after?.kind !== 'flow') return isEqual(before, after) ? 'none' : 'all';
  if (!isSameToAll(before, after)) return 'all';
  if (!hasSameNames(before, after)) return 'names';
  const isSameToLocales = after.outline.nodes.every(
    ({ digest }, index) => digest === before.outline.nodes[index]?.digest,
  );
  return isSameToLocales ? 'none' : 'locales';
}

function isSameToAll(before: FlowFacts, after: FlowFacts): boolean {
  return (
    isEqual(before.place, after.place) &&
    isEqual(before.trouble, after.trouble) &&
    isEveryEqual(before.uses, after.uses, withoutNames) &&
    isEveryEqual(before.candidates, after.candidates, withoutNames) &&
    isEqual([...before.mentions], [...after.mentions]) &&
    isEqual([...before.outline.targets], [...after.outline.targets]) &&
    isEveryEqual(before.outline.nodes, after.outline.nodes, withoutNameAndDigest)
  );
}

/** To be asked of facts that are the same to all: then the same nodes stand at the same places. */
function hasSameNames(before: FlowFacts, after: FlowFacts): boolean {
  return (
    isEqual(before.uses, after.uses) &&
    isEqual(before.candidates, after.candidates) &&
    after.outline.nodes.every(({ name }, index) => name === before.outline.nodes[index]?.name)
  );
}

/** What was not touched is the same object. */
function isEveryEqual<T>(before: readonly T[], after: readonly T[], part: (item: T) => unknown): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    after.every((item, index) => {
      const other = before[index];
      return item === other || (other !== undefined && isEqual(part(item), part(other)));
    })
  );
}

function withoutNames(use: ConnectionUse): unknown {
  return { ...use, nodeLabel: '', urlHost: '' };
}

function withoutNameAndDigest(node: OutlinedNode): unknown {
  return { ...node, name: '', digest: 0 };
}

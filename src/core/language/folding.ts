import { readFlow } from '../flow/flow';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';

/** What can be folded as one thing: every node and every relation. */
export function nodeRegions(document: JsonDocument): TextRange[] {
  if (document.isTooDeep) return [];
  const { nodes, relations } = readFlow(document.value);
  return [...relations, ...nodes]
    .filter(({ path }) => path.length > 0)
    .flatMap(({ path }) => document.rangeOf(path) ?? []);
}

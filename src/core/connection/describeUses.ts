import type { Localize } from '../ports';
import { countLlms, countNodes, type LocatedUse } from './projectConnections';

/** `4 nodes`. */
export function nodeCount(count: number, t: Localize): string {
  if (count === 0) return t('no nodes');
  return count === 1 ? t('1 node') : t('{0} nodes', count);
}

/** `4 nodes`; what no node uses and an LLM does is counted by those. */
export function useCount(uses: readonly LocatedUse[], t: Localize): string {
  const llms = countLlms(uses);
  const nodes = countNodes(uses);
  return nodes === 0 && llms > 0 ? llmCount(llms, t) : nodeCount(nodes, t);
}

/** `Used by 4 nodes and 1 LLM`; empty where nothing is. */
export function usedBy(uses: readonly LocatedUse[], t: Localize): string {
  if (uses.length === 0) return '';
  const llms = countLlms(uses);
  return countNodes(uses) > 0 && llms > 0
    ? t('Used by {0} and {1}', nodeCount(countNodes(uses), t), llmCount(llms, t))
    : t('Used by {0}', useCount(uses, t));
}

/** `4 nodes in 2 flows, 1 LLM`. */
export function usesSentence(uses: readonly LocatedUse[], t: Localize): string {
  if (uses.length === 0) return t('Used by no nodes');
  const llms = countLlms(uses);
  const flows = new Set(uses.flatMap(({ flow, use }) => (use.user === 'node' ? [flow] : []))).size;
  const nodes = nodeCount(countNodes(uses), t);
  return [
    ...(flows === 0 ? [] : [flows === 1 ? t('{0} in 1 flow', nodes) : t('{0} in {1} flows', nodes, flows)]),
    ...(llms === 0 ? [] : [llmCount(llms, t)]),
  ].join(', ');
}

/** Where a use is: `Main · en-US · disabled`. */
export function whereOf({ flow, locale, use }: LocatedUse, t: Localize): string {
  if (use.user === 'llm') return t('LLM');
  return [flow, locale, use.isDisabled ? t('disabled') : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function llmCount(count: number, t: Localize): string {
  return count === 1 ? t('1 LLM') : t('{0} LLMs', count);
}

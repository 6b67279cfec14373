import { l10n } from 'vscode';
import { countLlms, countNodes, type LocatedUse } from '../core/connection/projectConnections';
import { nodeCount } from './localize';

/** `4 nodes`; what no node uses and an LLM does is counted by those. */
export function useCount(uses: readonly LocatedUse[]): string {
  const llms = countLlms(uses);
  const nodes = countNodes(uses);
  return nodes === 0 && llms > 0 ? llmCount(llms) : nodeCount(nodes);
}

/** `Used by 4 nodes and 1 LLM`; empty where nothing is. */
export function usedBy(uses: readonly LocatedUse[]): string {
  if (uses.length === 0) return '';
  const llms = countLlms(uses);
  return countNodes(uses) > 0 && llms > 0
    ? l10n.t('Used by {0} and {1}', nodeCount(countNodes(uses)), llmCount(llms))
    : l10n.t('Used by {0}', useCount(uses));
}

/** `4 nodes in 2 flows, 1 LLM`. */
export function usesSentence(uses: readonly LocatedUse[]): string {
  if (uses.length === 0) return l10n.t('Used by no nodes');
  const llms = countLlms(uses);
  const flows = new Set(uses.flatMap(({ flow, use }) => (use.user === 'node' ? [flow] : []))).size;
  const nodes = nodeCount(countNodes(uses));
  return [
    ...(flows === 0
      ? []
      : [flows === 1 ? l10n.t('{0} in 1 flow', nodes) : l10n.t('{0} in {1} flows', nodes, flows)]),
    ...(llms === 0 ? [] : [llmCount(llms)]),
  ].join(', ');
}

/** Where a use is: `Main · en-US · disabled`. */
export function whereOf({ flow, locale, use }: LocatedUse): string {
  if (use.user === 'llm') return l10n.t('LLM');
  return [flow, locale, use.isDisabled ? l10n.t('disabled') : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function llmCount(count: number): string {
  return count === 1 ? l10n.t('1 LLM') : l10n.t('{0} LLMs', count);
}

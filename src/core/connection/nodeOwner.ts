import type { FilePlace } from '../flow/filePlace';
import type { FlowNode } from '../flow/flowNode';
import type { Localize } from '../ports';
import type { ProjectKnowledge } from './projectKnowledge';

/** The locale that a node belongs to, where that is not the one that its file stands for. */
export interface NodeOwner {
  /** The locale's name. */
  readonly locale: string;
  /** Of the node's config there; see `configDigest`. */
  readonly digest: number;
}

/** Undefined for a node of the file's own locale, and where that can't be known: in files that push does not send. */
export function ownerOf(node: FlowNode, knowledge: ProjectKnowledge | undefined): NodeOwner | undefined {
  const push = knowledge?.push;
  const owner = node.configs[0]?.localeReference;
  if (push?.localeId === undefined || owner === undefined || owner === push.localeId) return undefined;
  return push.ownerDigest(node.id ?? '', owner);
}

/** The file of the same flow in another locale, relative to the workspace folder. */
export function fileInLocale(place: FilePlace | undefined, locale: string): string | undefined {
  if (place?.kind !== 'flow' || place.root === undefined) return undefined;
  const path = `flows/${place.flow}/${locale}/chart.json`;
  return place.root === '' ? path : `${place.root}/${path}`;
}

/** Asks where to change what belongs to another locale, and says why it matters. */
export function describeOwner({ locale }: NodeOwner, t: Localize): { question: string; reason: string } {
  return {
    question: t('This node belongs to {0}. Change it there?', locale),
    reason: t('‘cognigy push’ sends a locale only its own nodes, so a change here gets lost.'),
  };
}

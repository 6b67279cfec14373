import type { Localize } from '../../ports';
import { knownNodeTypes } from './knownNodeTypes';

/** What a node of the type does when it runs, in one sentence; undefined for types that aren't the platform's own. */
export function describeNodeType(extension: string, type: string, t: Localize): string | undefined {
  return knownNodeTypes.get(extension)?.get(type)?.text.description(t);
}

/** The type's name as the platform's Flow editor has it; undefined for types that aren't the platform's own. */
export function nodeTypeTitle(extension: string, type: string, t: Localize): string | undefined {
  return knownNodeTypes.get(extension)?.get(type)?.text.title(t);
}

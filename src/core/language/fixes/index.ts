import type { TextEdit } from '../../json/textEdit';
import type { ProblemCode } from '../../validation/rules';
import { chooseNearest } from './chooseNearest';
import { chooseOrClear } from './chooseOrClear';
import { clearStale } from './clearStale';
import type { Fix, FixContext, FixMaker } from './fix';
import { keepInRange } from './keepInRange';
import { mendEdge } from './mendEdge';
import { removeRepeatedKey } from './removeRepeatedKey';
import { setAuthTypeNone } from './setAuthTypeNone';
import { useBoolean } from './useBoolean';

const makers: Partial<Readonly<Record<ProblemCode, FixMaker>>> = {
  'config-boolean': useBoolean,
  'config-enum': chooseNearest,
  'config-range': keepInRange,
  'connection-malformed': chooseOrClear,
  'connection-missing': setAuthTypeNone,
  'connection-stale': clearStale,
  'connection-type-mismatch': chooseOrClear,
  'connection-unknown': chooseOrClear,
  'dangling-edge': mendEdge,
  'duplicate-key': removeRepeatedKey,
};

/** What would make a problem go by changing the file alone, the best first. */
export function fixesFor(context: FixContext): readonly Fix[] {
  return makerFor(context)?.(context).filter(({ edits }) => edits.length > 0) ?? [];
}

/**
 * Those whose fixes delete a Reference ID or an edge: it may be all that is left of what somebody meant, so none of them is
 * certain, and looking for one would read the flow once a problem.
 */
const neverCertain: ReadonlySet<string> = new Set<ProblemCode>([
  'connection-missing',
  'connection-stale',
  'dangling-edge',
]);

/** All certain fixes of a file together; of two that touch each other, the first. Edits are in the order of the text. */
export function fixAll(contexts: readonly FixContext[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const context of contexts) {
    if (neverCertain.has(context.problem.code)) continue;
    const fix = fixesFor(context).find(({ isCertain }) => isCertain);
    if (fix && !fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) {
      chosen.push(...fix.edits);
    }
  }
  return chosen.sort((a, b) => a.offset - b.offset);
}

function makerFor({ problem: { code } }: FixContext): FixMaker | undefined {
  return Object.hasOwn(makers, code) ? makers[code as ProblemCode] : undefined;
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}

import type { TextRange } from '../../json/textRange';
import { problemRange } from '../../validation/problemRange';
import type { Fix, FixContext } from './fix';
import { fixesFor } from './index';

/** What can be done about the problems at a place. */
export interface FixesAt {
  /** The problems whose text touches it. */
  readonly here: readonly FixContext[];
  readonly fixes: readonly { readonly context: FixContext; readonly fix: Fix }[];
  /** For each kind of problem that has a certain fix here: all of its kind, where the file has several. */
  readonly alike: readonly (readonly [FixContext, FixContext, ...FixContext[]])[];
}

/** Looks into the problems at a range of the text alone: this is asked whenever a cursor moves. */
export function fixesAt(contexts: readonly FixContext[], { offset, length }: TextRange): FixesAt {
  const here = contexts.filter(({ problem, document }) => {
    const own = problemRange(problem, document);
    return own.offset <= offset + length && offset <= own.offset + own.length;
  });
  const fixes = here.flatMap((context) => fixesFor(context).map((fix) => ({ context, fix })));
  const codes = new Set(fixes.flatMap(({ context, fix }) => (fix.isCertain ? [context.problem.code] : [])));
  const alike = [...codes].flatMap((code): FixesAt['alike'] => {
    const [first, second, ...others] = contexts.filter(({ problem }) => problem.code === code);
    return first && second ? [[first, second, ...others]] : [];
  });
  return { here, fixes, alike };
}

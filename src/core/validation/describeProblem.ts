import type { Localize } from '../ports';
import type { ProblemCode } from './problem';

/** The sentence of a problem: what it is and what it means on Cognigy.AI. */
export function describeProblem(code: ProblemCode, t: Localize): string {
  return sentences[code](t);
}

const sentences: Record<ProblemCode, (t: Localize) => string> = {
  'connection-unknown': (t) =>
    t(
      'No Connection with this Reference ID is registered in this project. If it was deleted on Cognigy.AI, the flow hangs at this node.',
    ),
};

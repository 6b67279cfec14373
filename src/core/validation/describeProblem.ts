import { onOneLine } from '../shownText';
import { typeLabel } from '../connection/types';
import type { Localize } from '../ports';
import type { Problem, ProblemArgument, RelatedPlace } from './problem';
import type { ProblemCode } from './problemCodes';
import { configSentences } from './sentences/configSentences';
import { connectionSentences } from './sentences/connectionSentences';
import { logicSentences } from './sentences/logicSentences';
import { structureSentences } from './sentences/structureSentences';

/** The sentence of a problem: what it is, what it means on Cognigy.AI, and what to do. */
export function describeProblem({ code, args = [] }: Pick<Problem, 'code' | 'args'>, t: Localize): string {
  return sentences[code](
    t,
    args.map((argument) => inWords(argument, t)),
  );
}

/** What to look at in a related place. */
export function describeRelated({ name }: RelatedPlace, t: Localize): string {
  return name === '' ? t('The other one is here.') : t('“{0}” is here.', onOneLine(name));
}

/** Renders one code's sentence from arguments that are words already. */
export type Sentence = (t: Localize, args: readonly string[]) => string;

const sentences: Record<ProblemCode, Sentence> = {
  ...structureSentences,
  ...configSentences,
  ...connectionSentences,
  ...logicSentences,
};

function inWords(argument: ProblemArgument, t: Localize): string {
  return onOneLine(typeof argument === 'object' ? typeLabel(argument, t) : String(argument));
}

import { typeLabel } from '../connection/types';
import type { Localize } from '../ports';
import { asTitle, inSentence, onOneLine } from '../shownText';
import type { Problem, ProblemArgument, RelatedPlace } from './problem';

/** The sentence of a problem: what it is, what it means on Cognigy.AI, and what to do. */
export function describeProblem(
  { sentence, args = {} }: Pick<Problem, 'sentence' | 'args'>,
  t: Localize,
): string {
  const words = Object.entries(args).map(([name, value]) => [name, inWords(value, t)]);
  const text = t(sentence, Object.fromEntries(words) as Record<string, string>);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What to look at in a related place. */
export function describeRelated({ name }: RelatedPlace, t: Localize): string {
  return name === '' ? t('The other one is here.') : t('“{0}” is here.', onOneLine(name));
}

function inWords(argument: ProblemArgument, t: Localize): string {
  if (typeof argument !== 'object') return asTitle(String(argument));
  if (!('node' in argument)) return onOneLine(typeLabel(argument, t));
  return argument.node === '' ? t('a node') : t('“{0}”', inSentence(argument.node));
}

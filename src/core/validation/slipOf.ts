import { editDistance, furthestSlip } from '../editDistance';

/** Further off than this it is not a slip, and nobody can say which value was meant. */
const mostSlips = 2;

/** Of a shorter word one letter: `noAuth`, which a newer platform takes, is two from `oAuth2`. */
const shortWord = 8;

/** Case is the smallest slip of all. */
const caseSlip = 0.5;

/** How far a written value is from a choice; less than 1 where only upper and lower case
 * differ, infinite where it is more than `most`. */
export function slipDistance(written: string, choice: string, most = Infinity): number {
  const loose = editDistance(written.trim().toLowerCase(), choice.toLowerCase(), most);
  return loose === 0 ? caseSlip : loose;
}

/** The one choice that a misspelled value must mean; undefined where it may be another one, or a value of its own. */
export function slipOf(written: string, choices: readonly unknown[]): unknown {
  const [first, second] = choices
    .filter((choice) => choice !== '' && typeof choice !== 'object')
    .map((choice) => ({ choice, distance: slipDistance(written, String(choice), mostSlips) }))
    .sort((a, b) => a.distance - b.distance);
  if (!first || first.distance >= (second?.distance ?? Infinity)) return undefined;
  const { length } = String(first.choice);
  const most = Math.max(caseSlip, furthestSlip(length, length < shortWord ? 1 : mostSlips));
  return first.distance <= most ? first.choice : undefined;
}

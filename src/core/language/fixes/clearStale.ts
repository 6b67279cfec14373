import { replaceValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/**
 * A leftover Reference ID under a key that the node's settings do not select. The settings may be what is wrong, so it is
 * for the user to say that it can go.
 */
export const clearStale: FixMaker = ({ problem, document, t }) => [
  {
    title: t('Clear “{0}”, which is not used', String(problem.path.at(-1))),
    edits: replaceValue(document, problem.path, ''),
    isCertain: false,
  },
];

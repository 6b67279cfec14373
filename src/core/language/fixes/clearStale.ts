import { replaceValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/** A leftover Reference ID under a key that the node's settings do not select. */
export const clearStale: FixMaker = ({ problem, document, t }) => [
  {
    title: t('Clear “{0}”, which is not used', String(problem.path.at(-1))),
    edits: replaceValue(document, problem.path, ''),
    isCertain: true,
  },
];

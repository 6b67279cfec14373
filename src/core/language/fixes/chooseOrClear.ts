import { replaceValue } from '../../json/editJson';
import { chooseSimilar } from './chooseSimilar';
import type { FixMaker } from './fix';

/** A Connection that can't be meant: another one, or none. */
export const chooseOrClear: FixMaker = (context) => [...chooseSimilar(context), ...clearMalformed(context)];

/** What was pasted in the place of a Reference ID may be a credential: it is for the user to say that it can go. */
const clearMalformed: FixMaker = ({ problem, document, t }) => [
  {
    title: t('Clear “{0}”', String(problem.path.at(-1))),
    edits: replaceValue(document, problem.path, ''),
    isCertain: false,
  },
];

import { replaceValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/** What was pasted in the place of a Reference ID may be a credential: it is for the user to say that it can go. */
export const clearMalformed: FixMaker = ({ problem, document, t }) => [
  {
    title: t('Clear “{0}”', String(problem.path.at(-1))),
    edits: replaceValue(document, problem.path, ''),
    isCertain: false,
  },
];

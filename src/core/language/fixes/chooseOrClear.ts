import { misplacedReferenceId } from '../../flow/misplacedReferenceId';
import { toReferenceId } from '../../flow/referenceId';
import { replaceValue } from '../../json/editJson';
import { valueIn } from '../../json/jsonPath';
import { chooseSimilar } from './chooseSimilar';
import type { FixMaker } from './fix';

/** A Connection that can't be meant: another one, or none. */
export const chooseOrClear: FixMaker = (context) => {
  const bare = keepReferenceId(context);
  return bare.length > 0 ? bare : [...chooseSimilar(context), ...clearMalformed(context)];
};

/** What is around a Reference ID is no part of it, and nobody wants it in upper case. */
const keepReferenceId: FixMaker = ({ problem, document, t }) => {
  const value = valueIn(document.value, problem.path);
  if (problem.code !== 'connection-malformed' || typeof value !== 'string') return [];
  const referenceId = toReferenceId(value) ?? misplacedReferenceId(value)?.referenceId;
  if (!referenceId) return [];
  const title = t('Change to {0}', JSON.stringify(referenceId));
  return [{ title, edits: replaceValue(document, problem.path, referenceId), isCertain: true }];
};

/** What was pasted in the place of a Reference ID may be a credential: it is for the user to say that it can go. */
const clearMalformed: FixMaker = ({ problem, document, t }) => [
  {
    title: t('Clear “{0}”', String(problem.path.at(-1))),
    edits: replaceValue(document, problem.path, ''),
    isCertain: false,
  },
];

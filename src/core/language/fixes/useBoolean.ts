import { replaceValue } from '../../json/editJson';
import { fieldAt } from '../fieldAt';
import type { FixMaker } from './fix';

/** What people write for yes and no. */
const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['0', false],
]);

export const useBoolean: FixMaker = ({ problem, document, catalog, t }) => {
  const found = fieldAt(document, problem.path, catalog);
  if (!found) return [];
  const meant = words.get(String(found.value).trim().toLowerCase());
  return (meant === undefined ? [true, false] : [meant]).map((value) => ({
    title: t('Change to {0}', String(value)),
    edits: replaceValue(document, problem.path, value),
    isCertain: meant !== undefined,
  }));
};

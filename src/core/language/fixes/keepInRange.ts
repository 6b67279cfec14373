import { replaceValue } from '../../json/editJson';
import { fieldAt } from '../fieldAt';
import type { FixMaker } from './fix';

/** A number beyond its bounds: the bound itself. */
export const keepInRange: FixMaker = ({ problem, document, catalog, t }) => {
  const found = fieldAt(document, problem.path, catalog);
  const value = Number(found?.value);
  const { min, max } = found?.field ?? {};
  const bound = min !== undefined && value < min ? min : max !== undefined && value > max ? max : undefined;
  if (bound === undefined) return [];
  return [
    {
      title: t('Change to {0}', bound),
      edits: replaceValue(document, problem.path, bound),
      isCertain: false,
    },
  ];
};

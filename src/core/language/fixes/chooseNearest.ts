import { replaceValue } from '../../json/editJson';
import { slipDistance, slipOf } from '../../validation/slipOf';
import { fieldAt } from '../fieldAt';
import type { FixMaker } from './fix';

const mostOffered = 3;

/** A choice that the node does not offer: those it has, the nearest first. */
export const chooseNearest: FixMaker = ({ problem, document, catalog, t }) => {
  const found = fieldAt(document, problem.path, catalog);
  const choices = found?.field?.enum?.filter((choice) => choice !== '' && typeof choice !== 'object');
  if (!found || !choices) return [];
  const written = String(found.value);
  const meant = slipOf(written, choices);
  return choices
    .map((choice) => ({ choice, distance: slipDistance(written, String(choice)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostOffered)
    .map(({ choice }) => ({
      title: t('Change to {0}', JSON.stringify(choice)),
      edits: replaceValue(document, problem.path, choice),
      isCertain: choice === meant,
    }));
};

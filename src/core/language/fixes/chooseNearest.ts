import { fieldAt } from '../fieldAt';
import { replaceValue } from '../../json/editJson';
import type { FixMaker } from './fix';
import { editDistance, furthestSlip } from '../editDistance';

const mostOffered = 3;

/** Further off than this it is not a slip, and nobody can say which value was meant. */
const mostSlips = 2;

/** Case is the smallest slip of all. */
const caseSlip = 0.5;

/** A choice that the node does not offer: those it has, the nearest first. */
export const chooseNearest: FixMaker = ({ problem, document, catalog, t }) => {
  const found = fieldAt(document, problem.path, catalog);
  const choices = found?.field?.enum?.filter((choice) => choice !== '' && typeof choice !== 'object');
  if (!found || !choices) return [];
  const ranked = choices
    .map((choice) => ({ choice, distance: distance(String(found.value), String(choice)) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  const isSlip =
    first !== undefined &&
    first.distance <= Math.max(caseSlip, furthestSlip(String(first.choice).length, mostSlips)) &&
    first.distance < (second?.distance ?? Infinity);
  return ranked.slice(0, mostOffered).map(({ choice }) => ({
    title: t('Change to {0}', JSON.stringify(choice)),
    edits: replaceValue(document, problem.path, choice),
    isCertain: isSlip && choice === first.choice,
  }));
};

function distance(written: string, choice: string): number {
  const loose = editDistance(written.trim().toLowerCase(), choice.toLowerCase());
  return loose === 0 ? caseSlip : loose;
}

import { removeValue, replaceValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/** An edge to a node that is not there; the platform writes null where nothing follows. */
export const removeEdge: FixMaker = ({ problem: { path }, document, t }) => [
  {
    title: t('Remove the reference to the missing node'),
    edits: path.at(-1) === 'next' ? replaceValue(document, path, null) : removeValue(document, path),
    isCertain: true,
  },
];

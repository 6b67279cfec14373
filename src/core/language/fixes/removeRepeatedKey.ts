import { removeValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/** A Reference ID or the `_id` of a node. */
const someId = /\b[0-9a-f]{24}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-/i;

/**
 * The last of two equal keys counts, so the first can go and nothing changes. It is certain unless that takes away an ID,
 * which may be what the last should have been.
 */
export const removeRepeatedKey: FixMaker = ({ problem: { path, related }, document, t }) => {
  const first = related?.[0]?.range?.offset;
  if (first === undefined) return [];
  const edits = removeValue(document, path, first);
  const removed = edits.map(({ offset, length }) => document.text.slice(offset, offset + length)).join('');
  return [
    {
      title: t('Remove the first “{0}”, which has no effect', String(path.at(-1))),
      edits,
      isCertain: !someId.test(removed),
    },
  ];
};

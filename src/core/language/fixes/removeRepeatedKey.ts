import { removeValue } from '../../json/editJson';
import type { FixMaker } from './fix';

/** The last of two equal keys counts, so the first can go and nothing changes. */
export const removeRepeatedKey: FixMaker = ({ problem: { path, related }, document, t }) => {
  const first = related?.[0]?.range?.offset;
  if (first === undefined) return [];
  return [
    {
      title: t('Remove the first “{0}”, which has no effect', String(path.at(-1))),
      edits: removeValue(document, path, first),
      isCertain: true,
    },
  ];
};

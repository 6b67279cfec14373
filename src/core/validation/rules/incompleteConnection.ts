import { entriesOf, readConnectionsFile } from '../../connection/connectionsFile';
import { toReferenceId } from '../../flow/referenceId';
import { asString, isObject } from '../../json/narrow';
import { defineRule } from '../rule';

export const incompleteConnection = defineRule({
  code: 'incomplete-connection',
  severity: 'warning',
  sentence: {
    noObject: 'This entry must be an object, so it has no effect.',
    noReferenceId: 'This entry has no “referenceId”, so it has no effect.',
    badReferenceId: 'This isn’t a Reference ID, so the entry has no effect.',
    noType: '“{name}” has no “{key}”, so it can’t be edited and its type isn’t checked.',
  },
  reason:
    'An entry of the connections file has no Reference ID, or one that isn’t a UUID, so it has no effect; or it has no `extension` or no `type`.',
  wayOut: 'Complete the entry, or remove it.',
  ofConnectionsFile({ document }, found) {
    // Entries of a newer version may be of another shape.
    if (readConnectionsFile(document.text).trouble) return [];
    return entriesOf(document).flatMap((entry, index) => {
      const path = ['connections', index];
      if (!isObject(entry)) return [found({ sentence: 'noObject', path })];
      if (!('referenceId' in entry)) return [found({ sentence: 'noReferenceId', path })];
      const referenceId = toReferenceId(entry.referenceId);
      if (!referenceId) return [found({ sentence: 'badReferenceId', path: [...path, 'referenceId'] })];
      return (['extension', 'type'] as const)
        .filter((key) => !asString(entry[key]))
        .slice(0, 1)
        .map((key) => {
          const place = key in entry ? key : 'name' in entry ? 'name' : 'referenceId';
          const name = asString(entry.name) ?? referenceId;
          return found({ sentence: 'noType', path: [...path, place], args: { name, key } });
        });
    });
  },
});

import { hasCognigyScript, isUnset } from '../../catalog/condition';
import { slotPath } from '../../flow/connectionUse';
import { misplacedReferenceId } from '../../flow/misplacedReferenceId';
import { looksLikeCredential } from '../looksLikeCredential';
import { defineRule } from '../rule';

/**
 * A value that is no Reference ID. What looks like a credential is reported under a key that authType does not select
 * too, for it stands in a file that gets committed. The value itself is never repeated.
 */
export const connectionMalformed = defineRule({
  code: 'connection-malformed',
  severity: 'error',
  sentence: {
    credential: '“{key}” expects a Reference ID. This looks like a credential. Remove it and rotate it.',
    spaces: '“{key}” must contain only the Reference ID. Remove the spaces.',
    braces: '“{key}” must contain only the Reference ID. Remove the brackets.',
    quotes: '“{key}” must contain only the Reference ID. Remove the quotes.',
    others: '“{key}” must contain only the Reference ID. Remove what is around it.',
    upperCase: '“{key}” contains the Reference ID in upper case. Cognigy.AI uses lower case.',
    other: '“{key}” expects a Reference ID. This isn’t one.',
  },
  reason:
    'A field for a Connection contains something other than a Reference ID, so Cognigy.AI doesn’t find the Connection. A token-like value is reported as a likely credential. A warning for a Reference ID in upper case. A hint for nodes of Extensions: the installed version may differ from the known one.',
  wayOut: 'Choose a Connection. Remove a credential and rotate it: flow files are committed.',
  ofNode: ({ slots, nodeType }, found) =>
    slots.flatMap((slot) => {
      const { value, field } = slot;
      if (isUnset(value) || hasCognigyScript(value)) return [];
      const isCertain = nodeType?.rank === 'declared';
      const common = { path: slotPath(slot), args: { key: field.key } };
      const severity = isCertain ? {} : ({ severity: 'hint' } as const);
      if (slot.referenceId) {
        if (slot.isSelected !== true || value === slot.referenceId || !isCertain) return [];
        return [found({ ...common, sentence: 'upperCase', severity: 'warning' })];
      }
      if (typeof value === 'string' && looksLikeCredential(value))
        return [found({ ...common, ...severity, sentence: 'credential' })];
      if (slot.isSelected !== true) return [];
      const misplaced = typeof value === 'string' ? misplacedReferenceId(value) : undefined;
      return [found({ ...common, ...severity, sentence: misplaced?.around ?? 'other' })];
    }),
});

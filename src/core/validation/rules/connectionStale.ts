import type { Condition } from '../../catalog/condition';
import { slotPath } from '../../flow/connectionUse';
import { defineRule } from '../rule';

/** A Reference ID under a key that the node's settings do not select; such leftovers once broke nodes (release 4.78). */
export const connectionStale = defineRule({
  code: 'connection-stale',
  severity: 'hint',
  sentence: {
    authType: '{node} doesn’t use “{key}” with this authentication. Clear it, or set authType to {authType}.',
    other: '{node} doesn’t use “{key}” with its current settings. Clear it, or change the settings.',
  },
  reason:
    'The node’s settings don’t use this Reference ID. It has no effect, but such values have broken nodes on Cognigy.AI before (release 4.78).',
  wayOut: 'Clear the value, or change the settings so that it is used.',
  ofPlacedNode: ({ node, slots }, found) =>
    slots.flatMap((slot) => {
      if (!slot.referenceId || slot.isSelected !== false) return [];
      const args = { node: { node: node.name }, key: slot.field.key };
      const common = { path: slotPath(slot), tag: 'unnecessary' } as const;
      const authType = authTypeOf(slot.field.condition);
      return [
        authType === undefined
          ? found({ ...common, sentence: 'other', args })
          : found({ ...common, sentence: 'authType', args: { ...args, authType } }),
      ];
    }),
});

/** The authentication type that selects a field, where that alone does. */
function authTypeOf(condition: Condition | undefined): string | undefined {
  if (!condition || !('key' in condition) || condition.key !== 'authType' || condition.negate)
    return undefined;
  return typeof condition.value === 'string' ? condition.value : undefined;
}

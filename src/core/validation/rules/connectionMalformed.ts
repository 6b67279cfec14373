import { hasCognigyScript, isUnset } from '../../catalog/condition';
import { slotPath } from '../../flow/connectionUse';
import type { Finding, NodeRule } from '../rule';

/**
 * A value that is no Reference ID. What looks like a credential is reported under a key that authType does not select
 * too, for it stands in a file that gets committed. The value itself is never repeated.
 */
export const connectionMalformed: NodeRule = ({ slots, nodeType }) =>
  slots.flatMap((slot): Finding[] => {
    const { value, field } = slot;
    if (slot.referenceId || isUnset(value) || hasCognigyScript(value)) return [];
    const isCredential = typeof value === 'string' && looksLikeCredential(value);
    if (slot.isSelected !== true && !isCredential) return [];
    return [
      {
        code: 'connection-malformed',
        severity: nodeType?.rank === 'declared' ? 'error' : 'hint',
        path: slotPath(slot),
        args: [isCredential ? 'credential' : 'value', field.key],
      },
    ];
  });

/** Longer than a Reference ID, or a run with digits and letters such as no person would write for a name. */
function looksLikeCredential(value: string): boolean {
  if (value.length > 36 || /^(basic|bearer|apikey)\s/i.test(value)) return true;
  return (
    value.length >= 16 &&
    /^[\w+/=.~-]+$/.test(value) &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !isIdLike(value)
  );
}

/** A database id, or a damaged UUID: a wrong ID, not a credential. */
function isIdLike(value: string): boolean {
  return /^[0-9a-f]{24}$/i.test(value) || /^[0-9a-f]+(-[0-9a-f]+){2,}$/i.test(value);
}

import { toReferenceId, type ReferenceId } from './referenceId';

/** What is around the Reference ID in a value that is not one itself. */
export type Surroundings = 'spaces' | 'braces' | 'quotes' | 'others';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * The Reference ID in a value that holds one with something around it, as people paste it; undefined where no letter
 * or digit more may be in it, for then it is another thing.
 */
export function misplacedReferenceId(
  value: string,
): { readonly referenceId: ReferenceId; readonly around: Surroundings } | undefined {
  // Longer ones hold more than that, and hostile ones much more.
  if (value.length > 60) return undefined;
  const found = uuid.exec(value)?.[0];
  const referenceId = found && toReferenceId(found);
  if (!found || !referenceId || found === value) return undefined;
  const around = value.replace(found, '').replace(/^\s*urn:uuid:/i, '');
  if (/[\p{L}\p{N}]/u.test(around)) return undefined;
  const bare = around.trim();
  if (bare === '' && around === value.replace(found, '')) return { referenceId, around: 'spaces' };
  if (/^[{}()[\]<>]+$/.test(bare)) return { referenceId, around: 'braces' };
  return { referenceId, around: /^["'`“”‘’]+$/.test(bare) ? 'quotes' : 'others' };
}

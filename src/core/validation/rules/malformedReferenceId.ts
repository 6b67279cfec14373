import { toReferenceId } from '../../flow/referenceId';
import { defineRule } from '../rule';

/** Exports have UUIDs of version 4 here; generated packages with any other were imported and run. */
export const malformedReferenceId = defineRule({
  code: 'malformed-reference-id',
  severity: 'error',
  sentence: 'A referenceId must be a UUID.',
  reason: 'A node’s `referenceId` isn’t a UUID, which the platform’s schema requires.',
  wayOut: 'Restore the value.',
  ofNode: ({ node: { path, value } }, found) =>
    typeof value.referenceId !== 'string' || value.referenceId === '' || toReferenceId(value.referenceId)
      ? []
      : [found({ path: [...path, 'referenceId'] })],
});

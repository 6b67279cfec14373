import { isUnset } from '../../catalog/condition';
import type { NodeRule } from '../rule';

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** All 3,737 nodes of 223 real charts have a UUID v4 here. */
export const malformedReferenceId: NodeRule = ({ node: { path, value } }) =>
  isUnset(value.referenceId) || (typeof value.referenceId === 'string' && uuid4.test(value.referenceId))
    ? []
    : [{ code: 'malformed-reference-id', severity: 'error', path: [...path, 'referenceId'] }];

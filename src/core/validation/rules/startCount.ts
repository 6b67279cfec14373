import { nodesOfType } from '../nodesOfType';
import type { FlowRule } from '../rule';

/** A flow has exactly one start. */
export const startCount: FlowRule = (context) =>
  nodesOfType(context, 'start', 'missing-start', 'second-start');

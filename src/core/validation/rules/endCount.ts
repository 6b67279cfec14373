import { nodesOfType } from '../nodesOfType';
import type { FlowRule } from '../rule';

/** A flow has exactly one end. */
export const endCount: FlowRule = (context) => nodesOfType(context, 'end', 'missing-end', 'second-end');

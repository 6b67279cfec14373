import type { Rule } from '../rule';
import { connectionUnknown } from './connectionUnknown';

/** Every rule there is, in the order in which problems at the same place are listed. */
export const rules: readonly Rule[] = [connectionUnknown];

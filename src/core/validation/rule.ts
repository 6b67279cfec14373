import type { Catalog } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import type { FlowNode } from '../flow/flowNode';
import type { Problem } from './problem';

export interface RuleContext {
  readonly node: FlowNode;
  readonly catalog: Catalog;
  readonly knowledge: Knowledge;
}

/** Looks at one node; which node it was is added by `validateFlow`. A rule that lacks knowledge is silent. */
export type Rule = (context: RuleContext) => Pick<Problem, 'code' | 'severity' | 'path'>[];

import type { FlowRule, NodeRule, PlacedNodeRule } from '../rule';
import { branchMissing } from './branchMissing';
import { branchSurplus } from './branchSurplus';
import { branchUnexpected } from './branchUnexpected';
import { configBoolean } from './configBoolean';
import { configEnum } from './configEnum';
import { configJson } from './configJson';
import { configMissing } from './configMissing';
import { configRange } from './configRange';
import { connectionMalformed } from './connectionMalformed';
import { connectionMissing } from './connectionMissing';
import { connectionStale } from './connectionStale';
import { connectionTemporary } from './connectionTemporary';
import { connectionTypeDeprecated } from './connectionTypeDeprecated';
import { connectionTypeMismatch } from './connectionTypeMismatch';
import { connectionUnknown } from './connectionUnknown';
import { cycle } from './cycle';
import { danglingEdge } from './danglingEdge';
import { dottedKey } from './dottedKey';
import { duplicateCase } from './duplicateCase';
import { duplicateId } from './duplicateId';
import { duplicateKey } from './duplicateKey';
import { duplicateLabels } from './duplicateLabels';
import { duplicateReferenceId } from './duplicateReferenceId';
import { duplicateRelation } from './duplicateRelation';
import { emptyCase } from './emptyCase';
import { emptyCode } from './emptyCode';
import { emptyIf } from './emptyIf';
import { emptySay } from './emptySay';
import { endCount } from './endCount';
import { flowNotPushed } from './flowNotPushed';
import { localeNotPushed } from './localeNotPushed';
import { malformedId } from './malformedId';
import { malformedReferenceId } from './malformedReferenceId';
import { nodeNotPushed } from './nodeNotPushed';
import { nodeWithoutRelation } from './nodeWithoutRelation';
import { relationWithoutNode } from './relationWithoutNode';
import { secondEdge } from './secondEdge';
import { secondRoot } from './secondRoot';
import { startCount } from './startCount';
import { targetDisabled } from './targetDisabled';
import { targetMissing } from './targetMissing';
import { targetSelf } from './targetSelf';
import { unreachable } from './unreachable';
import { wrongType } from './wrongType';

/** Every rule that looks at a file as a whole, in the order in which problems are listed. */
export const flowRules: readonly FlowRule[] = [
  duplicateKey,
  duplicateId,
  duplicateReferenceId,
  nodeWithoutRelation,
  relationWithoutNode,
  duplicateRelation,
  danglingEdge,
  secondEdge,
  cycle,
  secondRoot,
  startCount,
  endCount,
  dottedKey,
  duplicateLabels,
  flowNotPushed,
  localeNotPushed,
];

/** Every rule that looks at one node by itself, in the order in which its problems are listed. */
export const nodeRules: readonly NodeRule[] = [
  malformedId,
  malformedReferenceId,
  wrongType,
  configEnum,
  configRange,
  configBoolean,
  configJson,
  configMissing,
  connectionMalformed,
  connectionMissing,
  emptyIf,
  emptySay,
  emptyCode,
  emptyCase,
];

/** Every rule that looks at one node and at what is around it. */
export const placedNodeRules: readonly PlacedNodeRule[] = [
  branchUnexpected,
  branchMissing,
  branchSurplus,
  connectionUnknown,
  connectionTypeMismatch,
  connectionTemporary,
  connectionStale,
  connectionTypeDeprecated,
  unreachable,
  duplicateCase,
  targetMissing,
  targetSelf,
  targetDisabled,
  nodeNotPushed,
];

import type { Rule } from '../rule';
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
import { connectionUnused } from './connectionUnused';
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
import { flowNotPushed } from './flowNotPushed';
import { jsonSyntax } from './jsonSyntax';
import { localeNotPushed } from './localeNotPushed';
import { malformedId } from './malformedId';
import { malformedReferenceId } from './malformedReferenceId';
import { missingEnd } from './missingEnd';
import { missingStart } from './missingStart';
import { nodeNotPushed } from './nodeNotPushed';
import { nodeWithoutRelation } from './nodeWithoutRelation';
import { relationWithoutNode } from './relationWithoutNode';
import { secondEdge } from './secondEdge';
import { secondEnd } from './secondEnd';
import { secondRoot } from './secondRoot';
import { secondStart } from './secondStart';
import { targetDisabled } from './targetDisabled';
import { targetMissing } from './targetMissing';
import { targetSelf } from './targetSelf';
import { tooDeep } from './tooDeep';
import { unreachable } from './unreachable';
import { wrongShape } from './wrongShape';

/** Every rule, in the order in which a file's problems are listed. */
const all = [
  jsonSyntax,
  tooDeep,
  wrongShape,
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
  missingStart,
  secondStart,
  missingEnd,
  secondEnd,
  dottedKey,
  duplicateLabels,
  flowNotPushed,
  localeNotPushed,
  malformedId,
  malformedReferenceId,
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
  branchUnexpected,
  branchMissing,
  branchSurplus,
  connectionUnknown,
  connectionTypeMismatch,
  connectionTemporary,
  connectionStale,
  connectionTypeDeprecated,
  connectionUnused,
  unreachable,
  duplicateCase,
  targetMissing,
  targetSelf,
  targetDisabled,
  nodeNotPushed,
] as const;

export type ProblemCode = (typeof all)[number]['code'];

export const rules: readonly Rule<ProblemCode>[] = all;

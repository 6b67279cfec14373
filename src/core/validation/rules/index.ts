import type { Rule } from '../rule';
import { agentDir } from './agentDir';
import { branchMissing } from './branchMissing';
import { branchSurplus } from './branchSurplus';
import { branchUnexpected } from './branchUnexpected';
import { byteOrderMark } from './byteOrderMark';
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
import { connectionsFileShadowed } from './connectionsFileShadowed';
import { copiedFlow } from './copiedFlow';
import { cycle } from './cycle';
import { danglingEdge } from './danglingEdge';
import { dottedKey } from './dottedKey';
import { duplicateCase } from './duplicateCase';
import { duplicateConnection } from './duplicateConnection';
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
import { incompleteConnection } from './incompleteConnection';
import { invalidSettings } from './invalidSettings';
import { jsonSyntax } from './jsonSyntax';
import { localeNotPushed } from './localeNotPushed';
import { malformedId } from './malformedId';
import { malformedReferenceId } from './malformedReferenceId';
import { missingEnd } from './missingEnd';
import { missingStart } from './missingStart';
import { newerVersion } from './newerVersion';
import { nodeNotPushed } from './nodeNotPushed';
import { nodeWithoutRelation } from './nodeWithoutRelation';
import { relationWithoutNode } from './relationWithoutNode';
import { secondEdge } from './secondEdge';
import { secondEnd } from './secondEnd';
import { secondRoot } from './secondRoot';
import { secondStart } from './secondStart';
import { settingsNotUsed } from './settingsNotUsed';
import { targetDisabled } from './targetDisabled';
import { targetMissing } from './targetMissing';
import { targetSelf } from './targetSelf';
import { tooDeep } from './tooDeep';
import { unreachable } from './unreachable';
import { valueTooLong } from './valueTooLong';
import { wrongShape } from './wrongShape';

/** Every rule, in the order in which a file's problems are listed. */
const all = [
  jsonSyntax,
  byteOrderMark,
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
  copiedFlow,
  malformedId,
  malformedReferenceId,
  valueTooLong,
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
  agentDir,
  connectionsFileShadowed,
  duplicateConnection,
  incompleteConnection,
  newerVersion,
  invalidSettings,
  settingsNotUsed,
  unreachable,
  duplicateCase,
  targetMissing,
  targetSelf,
  targetDisabled,
  nodeNotPushed,
] as const;

export type ProblemCode = (typeof all)[number]['code'];

export const rules: readonly Rule<ProblemCode>[] = all;

import type { ConnectionTypeKey } from '../catalog/catalog';
import type { JsonPath } from '../json/jsonPath';
import type { TextRange } from '../json/textRange';
import type { ProblemCode } from './problemCodes';

export const severities = ['error', 'warning', 'info', 'hint'] as const;

/** Hints are shown as dots in the editor and as information on the command line. */
export type Severity = (typeof severities)[number];

/** What a rule found; hosts render the sentence (`describeProblem`) and the range (`problemRange`). */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The value at fault, in the file that was checked. */
  readonly path: JsonPath;
  /** Where a path can't name the place: a key, or the first of two equal keys. */
  readonly range?: TextRange;
  /** What the sentence names. */
  readonly args?: readonly ProblemArgument[];
  /** Where else to look. */
  readonly related?: readonly RelatedPlace[];
  /** What stands there has no effect: editors fade it. */
  readonly tag?: 'unnecessary';
  readonly nodeId: string | undefined;
  /** Empty for what is no node's fault. */
  readonly nodeLabel: string;
}

/** Types of Connections are named in the user's language. */
export type ProblemArgument = string | number | ConnectionTypeKey;

/** A place in the same file that a problem disagrees with. */
export interface RelatedPlace {
  readonly path: JsonPath;
  readonly range?: TextRange;
  /** What stands there, in words: the name of a node, or a key. */
  readonly name: string;
}

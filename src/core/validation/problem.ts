import type { ConnectionTypeKey } from '../catalog/catalog';
import type { JsonPath } from '../json/jsonPath';
import type { TextRange } from '../json/textRange';

export const severities = ['error', 'warning', 'info', 'hint'] as const;

/** What settings may report a code as. */
export const severityChoices = [...severities, 'off'] as const;

/** Hints are shown as dots in the editor and as information on the command line. */
export type Severity = (typeof severities)[number];

/** What a rule found; hosts render the sentence (`describeProblem`) and the range (`problemRange`). */
export interface Problem {
  /** Of the rule that found it. */
  readonly code: string;
  readonly severity: Severity;
  /** The rule's sentence in English, with the names of `args` in braces. */
  readonly sentence: string;
  readonly args?: ProblemArguments;
  /** The value at fault, in the file that was checked. */
  readonly path: JsonPath;
  /** Where a path can't name the place: a key, or the first of two equal keys. */
  readonly range?: TextRange;
  /** Where else to look. */
  readonly related?: readonly RelatedPlace[];
  /** The value has no effect: editors fade it. */
  readonly tag?: 'unnecessary';
  readonly nodeId: string | undefined;
  /** Empty for what is no node's fault. */
  readonly nodeLabel: string;
}

export type ProblemArguments = Readonly<Record<string, ProblemArgument>>;

/** What a sentence names. Types of Connections are named in the user's language. */
export type ProblemArgument = string | number | ConnectionTypeKey | NodeName;

/** A node as sentences name it: in quotes, or as “a node” where its name is empty, so that its ID is all that is known. */
export interface NodeName {
  readonly node: string;
}

/** A place in the same file that a problem disagrees with. */
export interface RelatedPlace {
  readonly path: JsonPath;
  readonly range?: TextRange;
  /** What is there, in words: the name of a node, or a key. */
  readonly name: string;
}

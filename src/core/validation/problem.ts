import type { JsonPath } from '../json/jsonPath';

/** Hints are shown as dots in the editor and as information on the command line. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a rule found; hosts render the sentence (`describeProblem`) and the range. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The value at fault, in the flow's file. */
  readonly path: JsonPath;
  readonly nodeId: string | undefined;
  readonly nodeLabel: string;
}

/** Stable: they stand in settings, in suppressions and in CI logs. The README says of each why and what to do. */
export type ProblemCode = 'connection-unknown';

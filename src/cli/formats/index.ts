import type { Program } from '../program';
import type { Report } from '../validateSources';
import { toGitHub } from './github';
import { toJson } from './json';
import { toSarif } from './sarif';
import { toText, type TextPrinting } from './text';

/** What a format may need besides. */
export interface Printing extends TextPrinting {
  readonly program: Program;
}

/** How `validate` can print what it found. */
export const formats = {
  text: toText,
  json: toJson,
  sarif: toSarif,
  github: toGitHub,
} as const satisfies Record<string, (report: Report, printing: Printing) => string>;

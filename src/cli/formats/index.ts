import type { Report } from '../validateSources';
import { toGitHub } from './github';
import { toJson } from './json';
import { toSarif } from './sarif';
import { toText } from './text';

/** How `validate` can print what it found. */
export const formats = {
  text: toText,
  json: toJson,
  sarif: toSarif,
  github: toGitHub,
} as const satisfies Record<string, (report: Report) => string>;

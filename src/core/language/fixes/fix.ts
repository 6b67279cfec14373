import type { Catalog } from '../../catalog/catalog';
import type { Connection } from '../../connection/connection';
import type { JsonDocument } from '../../json/jsonDocument';
import type { TextEdit } from '../../json/textEdit';
import type { Localize } from '../../ports';
import type { Problem } from '../../validation/problem';

/** A change of the file that makes a problem go. */
export interface Fix {
  /** What the menu says. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is what nearly everyone would do: it may be done together with all others of its kind. */
  readonly isCertain: boolean;
}

export interface FixContext {
  readonly problem: Problem;
  /** The text that the problem was found in. */
  readonly document: JsonDocument;
  readonly catalog: Catalog;
  /** Those that somebody declares for the file; absent where that isn't known. */
  readonly connections?: readonly Connection[];
  readonly t: Localize;
}

/** The fixes for problems of one code, the best first; none where it is not certain what was meant. */
export type FixMaker = (context: FixContext) => readonly Fix[];

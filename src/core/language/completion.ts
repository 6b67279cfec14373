import type { TextEdit } from '../json/textEdit';
import type { TextRange } from '../json/textRange';

/** Something that can stand at the cursor. */
export interface Completion {
  readonly kind: 'nodeType' | 'key' | 'choice' | 'connection' | 'newConnection' | 'target';
  readonly label: string;
  /** What it is, in a few words. */
  readonly detail: string;
  /** Markdown; empty where there is nothing more to say. */
  readonly documentation: string;
  /** What it takes the place of. */
  readonly range: TextRange;
  readonly insert: CompletionText;
  /** What is typed is compared with this: with quotes where the word that is replaced has one. */
  readonly filter: string;
  /** Another place's change that comes with it: a comma that is missing before. */
  readonly also: readonly TextEdit[];
  /** What comes next, once it is inserted. */
  readonly then?: CompletionSequel;
}

/** A question that a choice raises, about a field for Connections of the same node. */
export interface CompletionSequel {
  readonly kind: 'chooseConnection' | 'newConnection';
  /** Of the field. */
  readonly key: string;
}

/** What is inserted: the JSON `value`, which a person may want to change at once, and what is around it. */
export interface CompletionText {
  readonly before: string;
  readonly value: string;
  readonly after: string;
  /** What else the value can be, as JSON; the first is `value`. Empty where that isn't known. */
  readonly choices: readonly string[];
}

import {
  hasSameNames,
  isContested,
  textKeys,
  type ConnectionDraft,
  type TextKey,
} from '../connection/connectionDraft';
import { asArray, asString, isObject } from '../json/narrow';

type Texts = Readonly<Partial<Record<TextKey, string>>>;

/**
 * What hot exit keeps of a draft, in a file: of the credential fields their names, never a value, and of all else what
 * was changed, for the rest may be another by the time it is restored.
 */
export interface DraftBackup {
  readonly texts: Texts;
  /** What was stored in place of the texts. */
  readonly before: Texts;
  readonly touchedFields: readonly string[];
  /** Undefined where it was not changed. */
  readonly plainFields: readonly string[] | undefined;
  readonly addedFields: readonly string[];
}

/** `forgotten` are fields that an earlier backup could not keep either. */
export function toBackup(
  draft: ConnectionDraft,
  stored: ConnectionDraft,
  forgotten: readonly string[],
): DraftBackup {
  const changed = textKeys.filter((key) => draft[key] !== stored[key]);
  const textsOf = (from: ConnectionDraft) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  const touched = Object.entries(draft.fields).filter(([, change]) => change.kind !== 'keep');
  return {
    texts: textsOf(draft),
    before: textsOf(stored),
    touchedFields: [...new Set([...forgotten, ...touched.map(([field]) => field)])],
    plainFields: hasSameNames(draft.plainFields, stored.plainFields) ? undefined : draft.plainFields,
    addedFields: draft.addedFields,
  };
}

/** The draft that a backup holds, on what is stored by now; contested where both have changed the same. */
export function draftOf(
  { texts, before, plainFields, addedFields }: DraftBackup,
  stored: ConnectionDraft,
): { readonly draft: ConnectionDraft; readonly isContested: boolean } {
  const draft = { ...stored, ...texts, plainFields: plainFields ?? stored.plainFields, addedFields };
  return { draft, isContested: isContested(draft, { ...stored, ...before }, stored) };
}

export function readBackup(text: string): DraftBackup {
  const value: unknown = JSON.parse(text);
  const root = isObject(value) ? value : {};
  return {
    texts: textsIn(root.texts),
    before: textsIn(root.before),
    touchedFields: namesIn(root.touchedFields),
    plainFields: Array.isArray(root.plainFields) ? namesIn(root.plainFields) : undefined,
    addedFields: namesIn(root.addedFields),
  };
}

function textsIn(value: unknown): Texts {
  const texts = isObject(value) ? value : {};
  const kept = textKeys.flatMap((key) => {
    const text = asString(texts[key]);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(kept);
}

function namesIn(value: unknown): string[] {
  return asArray(value).filter((name) => typeof name === 'string');
}

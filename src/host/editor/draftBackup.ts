import { textKeys, type ConnectionDraft, type TextKey } from '../../core/connection/connectionDraft';
import { asArray, asString, isObject } from '../../core/json/narrow';

/** What hot exit keeps of a draft, in a file: of the credential fields their names, never a value. */
export interface DraftBackup {
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  readonly touchedFields: readonly string[];
  /** Undefined in a backup of an older version. */
  readonly plainFields: readonly string[] | undefined;
  readonly addedFields: readonly string[];
}

/** `forgotten` are fields that an earlier backup could not keep either. */
export function toBackup(draft: ConnectionDraft, forgotten: readonly string[]): DraftBackup {
  const { name, description, referenceId, plainFields, addedFields } = draft;
  const touched = Object.entries(draft.fields).filter(([, change]) => change.kind !== 'keep');
  return {
    texts: { name, description, referenceId },
    touchedFields: [...new Set([...forgotten, ...touched.map(([field]) => field)])],
    plainFields,
    addedFields,
  };
}

export function readBackup(text: string): DraftBackup {
  const value: unknown = JSON.parse(text);
  const root = isObject(value) ? value : {};
  const texts = isObject(root.texts) ? root.texts : {};
  const kept = textKeys.flatMap((key) => {
    const kept = asString(texts[key]);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return {
    texts: Object.fromEntries(kept),
    touchedFields: namesIn(root.touchedFields),
    plainFields: Array.isArray(root.plainFields) ? namesIn(root.plainFields) : undefined,
    addedFields: namesIn(root.addedFields),
  };
}

function namesIn(value: unknown): string[] {
  return asArray(value).filter((name) => typeof name === 'string');
}

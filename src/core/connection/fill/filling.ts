import type { ConnectionTypeKey } from '../../catalog/catalog';

/** In bytes: longer files are no credentials, for a field holds 10,000 characters at most. */
export const maximumFileSize = 100_000;

/** Values that a pasted or dropped text holds for the fields of a form. */
export interface Filling {
  readonly source: 'curl' | 'connectionString' | 'serviceAccount';
  /** Non-empty values by field name; none where the text is what it is, and holds nothing for this form. */
  readonly fields: Readonly<Record<string, string>>;
  /** The options of a curl command that can't be read here, without their values, which may be secrets; or `URL`. */
  readonly notUnderstood?: readonly string[];
}

/** What of a form decides which values it can take. */
export interface FillTarget extends ConnectionTypeKey {
  readonly fieldNames: readonly string[];
}

/** Without the fields that the form has not and those without a value; undefined when none is left. */
export function toFilling(
  source: Filling['source'],
  { fieldNames }: FillTarget,
  values: Readonly<Record<string, string | undefined>>,
): Filling | undefined {
  const fields = Object.entries(values).filter(
    (entry): entry is [string, string] => fieldNames.includes(entry[0]) && (entry[1] ?? '') !== '',
  );
  return fields.length === 0 ? undefined : { source, fields: Object.fromEntries(fields) };
}

declare const brand: unique symbol;

/** What flow files name a Connection by: a UUID, lower-case. Given by the platform, or temporary and ours. */
export type ReferenceId = string & { readonly [brand]: 'ReferenceId' };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The value as a Reference ID, or undefined where it is none. */
export function toReferenceId(value: unknown): ReferenceId | undefined {
  // Configs are searched for these value by value, and most texts in them are long.
  if (typeof value !== 'string' || value.length !== 36) return undefined;
  const candidate = value.toLowerCase();
  return uuid.test(candidate) ? (candidate as ReferenceId) : undefined;
}

/** The first eight digits: enough to tell Connections apart on screen. */
export function shortReferenceId(referenceId: ReferenceId): string {
  return referenceId.slice(0, 8);
}

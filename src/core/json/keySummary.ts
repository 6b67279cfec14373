export interface KeySummary {
  /** How many properties a value and all that it holds have. */
  readonly properties: number;
  /** Whether the name of any of them has a dot in it. */
  readonly hasDot: boolean;
}

/** Counts the keys in a value. The value must not nest deeper than the stack bears. */
export function summarizeKeys(value: unknown): KeySummary {
  let properties = 0;
  let hasDot = false;
  const visit = (current: unknown): void => {
    if (typeof current !== 'object' || current === null) return;
    if (Array.isArray(current)) {
      for (const item of current) visit(item);
      return;
    }
    for (const key in current) {
      properties++;
      hasDot ||= key.includes('.');
      visit((current as Readonly<Record<string, unknown>>)[key]);
    }
  };
  visit(value);
  return { properties, hasDot };
}

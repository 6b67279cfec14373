/**
 * A short text that is the same for configs that hold the same, in whatever order their keys stand: enough to say that
 * two differ without keeping them. The config must not nest deeper than the stack bears.
 */
export function configDigest(config: unknown): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
  };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      add(`${typeof value}:${String(value)}\u0000`);
      return;
    }
    add(Array.isArray(value) ? '[' : '{');
    for (const key of Object.keys(value).sort()) {
      add(`${key}\u0001`);
      visit((value as Readonly<Record<string, unknown>>)[key]);
    }
    add('}');
  };
  visit(config);
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`;
}

/** Where a value stands in a JSON document: property names and 0-based array indices from the root. */
export type JsonPath = readonly (string | number)[];

/** The path as a JSON Pointer (RFC 6901); the root is the empty string. */
export function toPointer(path: JsonPath): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether a path leads to a place or into it. */
export function isWithinPath(outer: JsonPath, path: JsonPath): boolean {
  return outer.every((segment, i) => segment === path[i]);
}

/** What stands at a path of a value; undefined where there is no such place. */
export function valueIn(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (current, segment) =>
      typeof current === 'object' && current !== null && Object.hasOwn(current, segment)
        ? (current as Readonly<Record<string | number, unknown>>)[segment]
        : undefined,
    value,
  );
}

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

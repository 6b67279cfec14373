/** Each item whose key an earlier one has, with the first that had it; items without a key, or with an empty one, are passed over. */
export function repeated<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): { item: T; first: T }[] {
  const firsts = new Map<string, T>();
  const result: { item: T; first: T }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined || key === '') continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else result.push({ item, first });
  }
  return result;
}

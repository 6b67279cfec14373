/** Whether a value is an `_id` as the platform gives it. Only such a one may become part of a path. */
export function isObjectId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value);
}

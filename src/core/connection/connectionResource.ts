import { toReferenceId } from '../flow/referenceId';
import { asString, isObject } from '../json/narrow';
import type { Connection } from './connection';

/**
 * Reads a Connection as the platform writes it to disk (`connections/<name>.json`, a package's `connection/<id>`);
 * undefined when the value is something else. Its field values, masked or encrypted, are not looked at.
 */
export function readConnectionResource(value: unknown): Connection | undefined {
  if (!isObject(value)) return undefined;
  const referenceId = toReferenceId(value.referenceId);
  const extension = asString(value.extension);
  const type = asString(value.type);
  if (!referenceId || extension === undefined || type === undefined) return undefined;
  return { referenceId, name: asString(value.name) ?? referenceId, extension, type, isTemporary: false };
}

import { asArray, isObject, type JsonObject } from '../json/narrow';

/** When a config field counts: the platform's own form, as node descriptors have it. */
export type Condition =
  | { readonly key: string; readonly value: unknown; readonly negate?: boolean }
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] };

/** What a condition has to know of the keys that it asks for. */
export interface ConditionKeys {
  /** What an unset key counts as. */
  defaultOf(key: string): unknown;
  /** Whether a key can have a value: nobody knows what the platform makes of one that its field does not offer. */
  isPossible(key: string, value: unknown): boolean;
}

/**
 * Whether a condition holds for a node's config: undefined when it cannot be known, because the value it asks for is
 * computed at run time (CognigyScript), or is none that there is.
 */
export function evaluateCondition(
  condition: Condition,
  config: JsonObject,
  keys: ConditionKeys,
): boolean | undefined {
  if ('and' in condition) {
    const results = condition.and.map((part) => evaluateCondition(part, config, keys));
    return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
  }
  if ('or' in condition) {
    const results = condition.or.map((part) => evaluateCondition(part, config, keys));
    return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
  }
  const own = readKey(config, condition.key);
  const actual = isUnset(own) ? keys.defaultOf(condition.key) : own;
  if (hasCognigyScript(actual)) return undefined;
  const equal = isUnset(actual) ? isUnset(condition.value) : actual === condition.value;
  if (!equal && !isUnset(actual) && !keys.isPossible(condition.key, actual)) return undefined;
  return condition.negate ? !equal : equal;
}

/** A key such as `switch.type` names a part of another key's value. */
function readKey(config: JsonObject, key: string): unknown {
  if (key in config || !key.includes('.')) return config[key];
  return key.split('.').reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), config);
}

/** `""`, null and absent all mean unset, for every field type: real nodes hold all three. */
export function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Whether a value is, or holds, an expression that the platform computes at run time. */
export function hasCognigyScript(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('{{') || value.includes('[[snippet-'));
}

/** The condition in a descriptor, or undefined where it is none that we know. */
export function toCondition(value: unknown): Condition | undefined {
  if (!isObject(value)) return undefined;
  if ('and' in value) return { and: toConditions(value.and) };
  if ('or' in value) return { or: toConditions(value.or) };
  if (typeof value.key !== 'string') return undefined;
  return { key: value.key, value: value.value, ...(value.negate === true && { negate: true }) };
}

function toConditions(value: unknown): Condition[] {
  return asArray(value).flatMap((part) => toCondition(part) ?? []);
}

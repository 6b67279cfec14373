import type { NodeConfig } from '../flow/flowNode';
import { isObject } from '../json/narrow';

/** What a Case waits for, without spaces around it; undefined where it is no text, or of a form not known here. */
export function caseValue({ value: config }: NodeConfig): string | undefined {
  const own = isObject(config.case) ? config.case.value : undefined;
  return typeof own === 'string' ? own.trim() : undefined;
}

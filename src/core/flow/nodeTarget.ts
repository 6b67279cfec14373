import { isObject, type JsonObject } from '../json/narrow';
import { toReferenceId, type ReferenceId } from './referenceId';

/** What goTo and executeFlow lead to: a node of a flow, both named by their own Reference IDs. */
export interface NodeTarget {
  readonly flow: ReferenceId;
  readonly node: ReferenceId;
}

/** The target in a config value; undefined where it is unset, computed at run time, or something else. */
export function readNodeTarget(value: unknown): NodeTarget | undefined {
  if (!isObject(value)) return undefined;
  const flow = toReferenceId(value.flow);
  const node = toReferenceId(value.node);
  return flow && node ? { flow, node } : undefined;
}

/** Every target in a node's config, whatever the key: questions and answers lead to nodes as well. */
export function nodeTargetsIn(config: JsonObject): NodeTarget[] {
  const targets: NodeTarget[] = [];
  // Every value of every file passes here, and hardly one is a target.
  for (const key in config) {
    const target = readNodeTarget(config[key]);
    if (target) targets.push(target);
  }
  return targets;
}

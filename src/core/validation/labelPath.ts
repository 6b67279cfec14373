import type { FlowNode } from '../flow/flowNode';
import type { JsonPath } from '../json/jsonPath';

/** Where a node as a whole is marked: at what it is called by, for marking all of it would hide the rest. */
export function labelPath({ path, label }: FlowNode): JsonPath {
  return [...path, label === '' ? 'type' : 'label'];
}

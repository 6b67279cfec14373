import type { ConnectionSlot } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';

/**
 * Whether a node can't do its work while a field for Connections is empty. Descriptors call the four fields of an HTTP
 * Request optional; its choice of authentication makes one required.
 */
export function isNeeded(
  { field, isSelected }: Pick<ConnectionSlot, 'field' | 'isSelected'>,
  node: FlowNode,
): boolean {
  if (isSelected !== true) return false;
  return field.required || (node.extension === '@cognigy/basic-nodes' && node.type === 'httpRequest');
}

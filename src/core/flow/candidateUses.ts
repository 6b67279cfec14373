import type { ConnectionField, NodeTypeDeclaration } from '../catalog/catalog';
import type { JsonObject } from '../json/narrow';
import type { ConnectionUse } from './connectionUse';
import type { FlowNode, NodeConfig } from './flowNode';
import { toReferenceId } from './referenceId';

/**
 * The UUIDs in a node's config, nested ones too, at places that nobody declares to be a Connection: they may name one,
 * or a flow, a node or an LLM, which only somebody who knows the project's Connections can tell. Fields that the
 * descriptor declares are left out: those that count are uses already, and the others count for nothing.
 */
export function candidateUses(node: FlowNode, nodeType: NodeTypeDeclaration | undefined): ConnectionUse[] {
  const declared = nodeType?.connectionFields ?? [];
  const found: ConnectionUse[] = [];
  for (const config of node.configs) collect(node, config, declared, found);
  return found;
}

const uuidLength = 36;

function collect(
  node: FlowNode,
  config: NodeConfig,
  declared: readonly ConnectionField[],
  found: ConnectionUse[],
): void {
  // One list for the whole walk: most values are no UUID, and need no path of their own.
  const path: (string | number)[] = [...config.path];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      const referenceId = toReferenceId(value);
      if (!referenceId) return;
      found.push({
        user: 'node',
        referenceId,
        connectionType: undefined,
        key,
        path: [...path],
        nodeId: node.id,
        nodeLabel: node.name,
        isDisabled: node.isDisabled,
        urlHost: undefined,
      });
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        if (!canHold(value[index])) continue;
        path.push(index);
        visit(value[index], key);
        path.pop();
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const name in value) {
        if (!canHold((value as JsonObject)[name])) continue;
        path.push(name);
        visit((value as JsonObject)[name], name);
        path.pop();
      }
    }
  };
  for (const key in config.value) {
    if (!canHold(config.value[key]) || declared.some((field) => field.key === key)) continue;
    path.push(key);
    visit(config.value[key], key);
    path.pop();
  }
}

/** Every value of every file passes here, and most are neither: this is a fraction of what following them takes. */
function canHold(value: unknown): boolean {
  return typeof value === 'string' ? value.length === uuidLength : typeof value === 'object';
}

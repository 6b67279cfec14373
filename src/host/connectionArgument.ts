import { findConnection } from '../core/connection/projectConnections';
import { isObject } from '../core/json/narrow';
import { isConnectionNode, type ConnectionNode } from './tree/treeNode';
import type { LocatedProject, WorkspaceIndex } from './workspaceIndex';

/** A Connection as links in texts name it: they hold JSON, no objects of ours. */
export interface ConnectionArgument {
  readonly folder: string;
  readonly connectionsPath: string;
  readonly referenceId: string;
}

export function toConnectionArgument(
  { folder, project }: LocatedProject,
  referenceId: string,
): ConnectionArgument {
  return { folder: folder.uri.toString(), connectionsPath: project.connectionsPath, referenceId };
}

/** What a command on a Connection was called with: an item of the view, or what a link says. */
export function toConnectionNode(index: WorkspaceIndex, value: unknown): ConnectionNode | undefined {
  if (isConnectionNode(value)) return value;
  if (!isObject(value)) return undefined;
  const { folder, connectionsPath, referenceId } = value;
  if (typeof folder !== 'string' || typeof connectionsPath !== 'string' || typeof referenceId !== 'string')
    return undefined;
  const owner = index.findProject(folder, connectionsPath);
  const entry = owner && findConnection(owner.project, referenceId);
  if (!owner || !entry) return undefined;
  return entry.kind === 'declared'
    ? { kind: 'declared', owner, entry }
    : { kind: 'undeclared', owner, entry };
}

/** The same of a command on several: VS Code passes the item that it was called on, then all that are selected. */
export function toConnectionNodes(index: WorkspaceIndex, value: unknown, values: unknown): ConnectionNode[] {
  const all: unknown[] = Array.isArray(values) && values.length > 0 ? values : [value];
  return all.flatMap((one) => toConnectionNode(index, one) ?? []);
}

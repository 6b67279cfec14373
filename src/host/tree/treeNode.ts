import type { ConnectionGroup } from '../../core/connection/connectionRows';
import type {
  DeclaredConnection,
  LocatedUse,
  UndeclaredConnection,
} from '../../core/connection/projectConnections';
import type { LocatedProject } from '../workspaceIndex';

/** An element of the Connections view. */
export type TreeNode =
  | { readonly kind: 'project'; readonly owner: LocatedProject }
  | {
      readonly kind: 'notRegistered';
      readonly owner: LocatedProject;
      readonly entries: readonly UndeclaredConnection[];
    }
  | { readonly kind: 'group'; readonly owner: LocatedProject; readonly group: ConnectionGroup }
  | { readonly kind: 'undeclared'; readonly owner: LocatedProject; readonly entry: UndeclaredConnection }
  | { readonly kind: 'declared'; readonly owner: LocatedProject; readonly entry: DeclaredConnection }
  | {
      readonly kind: 'use';
      readonly owner: LocatedProject;
      /** The Reference ID of the Connection that it stands under. */
      readonly parent: string;
      readonly located: LocatedUse;
    }
  | {
      readonly kind: 'trouble';
      readonly owner: LocatedProject;
      /** Relative to the workspace folder. */
      readonly path: string;
      readonly message: string;
      readonly detail: string;
      /** 1-based. */
      readonly line: number;
    };

export type ConnectionNode = Extract<TreeNode, { kind: 'undeclared' | 'declared' }>;

/** Narrows what a command was called with. */
export function isConnectionNode(value: unknown): value is ConnectionNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'undeclared' || value.kind === 'declared')
  );
}

export type OwnedNode = Extract<TreeNode, { kind: 'project' | 'notRegistered' }>;

/** Narrows what a command on all of a project was called with. */
export function isOwnedNode(value: unknown): value is OwnedNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'project' || value.kind === 'notRegistered')
  );
}

export type UseNode = Extract<TreeNode, { kind: 'use' }>;

export function isUseNode(value: unknown): value is UseNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'use';
}

export function referenceIdOf(node: ConnectionNode): string {
  return node.kind === 'declared' ? node.entry.connection.referenceId : node.entry.referenceId;
}

/** What tells a node from all others of the view, and stays the same as long as it is there. */
export function idOf(node: TreeNode): string {
  const { id } = node.owner;
  switch (node.kind) {
    case 'project':
      return id;
    case 'notRegistered':
      return `${id}#notRegistered`;
    case 'group':
      return `${id}#group#${node.group.key}`;
    case 'undeclared':
      return `${id}#notRegistered#${node.entry.referenceId}`;
    case 'declared':
      return `${id}#registered#${node.entry.connection.referenceId}`;
    case 'use':
      return `${id}#use#${node.parent}#${node.located.file}#${node.located.use.path.join('/')}`;
    case 'trouble':
      return `${id}#trouble#${node.path}`;
  }
}

import { isSameType } from '../catalog/catalog';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';
import { compareNames } from './connectionsFile';
import type { Project } from './projects';
import type { IndexedConnection } from './readConnectionIndex';

/** What the platform's list would change in the connections file, for one Connection. */
export interface PlannedName {
  /** As it would be written. */
  readonly connection: Connection;
  /** As it is registered; undefined for one that is not. */
  readonly before: Connection | undefined;
  /** Whether anything in the project names it. */
  readonly isUsed: boolean;
}

export interface NamePlan {
  /** What differs, then what is new and used, then what is only new; each by name. */
  readonly changes: readonly PlannedName[];
  /** Whether the project has Connections, and none of the list is among them: it may be another project's. */
  readonly isForeign: boolean;
}

/** Compares the platform's list with a project: what it names differently or not at all. Descriptions stay. */
export function planNames(project: Project, listed: readonly IndexedConnection[]): NamePlan {
  const used = new Set<ReferenceId>();
  const fields = new Set<ReferenceId>();
  for (const { mentions, uses } of project.flows.values()) {
    for (const referenceId of mentions) used.add(referenceId);
    for (const { referenceId } of uses) fields.add(referenceId);
  }
  for (const { use } of project.llms.values()) {
    if (use) used.add(use.referenceId);
  }
  const known = [...project.registered.values()].filter(({ isTemporary }) => !isTemporary);
  const isEmpty = fields.size + known.length + project.resources.size === 0;
  const isHere = ({ referenceId }: IndexedConnection) =>
    used.has(referenceId) || project.registered.has(referenceId) || project.resources.has(referenceId);
  const changes = listed.flatMap(({ referenceId, name, extension, type }): PlannedName[] => {
    const before = project.registered.get(referenceId);
    if (before?.name === name && isSameType(before, { extension, type }) && !before.isTemporary) return [];
    const connection = { ...before, referenceId, name, extension, type, isTemporary: false };
    return [{ connection, before, isUsed: used.has(referenceId) }];
  });
  const rank = ({ before, isUsed }: PlannedName) => (before ? 0 : isUsed ? 1 : 2);
  return {
    changes: changes.sort((a, b) => rank(a) - rank(b) || compareNames(a.connection.name, b.connection.name)),
    isForeign: listed.length > 0 && !isEmpty && !listed.some(isHere),
  };
}

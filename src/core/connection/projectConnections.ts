import type { ConnectionTypeKey } from '../catalog/catalog';
import type { ConnectionUse } from '../flow/connectionUse';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';
import { compareNames } from './connectionsFile';
import { declarationFor, type Project } from './projects';

/** A place where a Connection is named, with the file it is in. */
export interface LocatedUse {
  /** Relative to the workspace folder. */
  readonly file: string;
  /** The folder of its clone or package: node ids are unique in it. */
  readonly root: string;
  /** Empty for what stands in no flow. */
  readonly flow: string;
  readonly locale: string | undefined;
  readonly use: ConnectionUse;
}

/** A Connection that a project declares. */
export interface DeclaredConnection {
  readonly kind: 'declared';
  readonly connection: Connection;
  /** Whether it stands in the connections file; what only resources declare is not ours to change. */
  readonly isRegistered: boolean;
  readonly uses: readonly LocatedUse[];
}

/** A Reference ID that flows use and nobody has declared. */
export interface UndeclaredConnection {
  readonly kind: 'undeclared';
  readonly referenceId: ReferenceId;
  /** What the first node that uses it accepts. */
  readonly connectionType: ConnectionTypeKey;
  readonly uses: readonly LocatedUse[];
}

export type ProjectConnection = DeclaredConnection | UndeclaredConnection;

export interface ProjectConnections {
  /** By name. */
  readonly declared: readonly DeclaredConnection[];
  /** The most used first. */
  readonly undeclared: readonly UndeclaredConnection[];
}

/**
 * All Connections of a project, each with what uses it. What nobody declares is listed when a node's field for
 * Connections names it, which says of what type it is: any other UUID may name something else.
 */
export function listConnections(project: Project): ProjectConnections {
  const usesByKey = new Map<string, LocatedUse[]>();
  const undeclared = new Map<ReferenceId, LocatedUse[]>();
  const add = (located: LocatedUse) => {
    const { referenceId } = located.use;
    const isDeclared = declarationFor(project, located.file, referenceId) !== undefined;
    const target: Map<string, LocatedUse[]> = isDeclared ? usesByKey : undeclared;
    const list = target.get(referenceId);
    if (list) list.push(located);
    else target.set(referenceId, [located]);
  };
  for (const [path, facts] of project.flows) {
    const root = facts.place.root ?? '';
    const { flow, locale } = flowNameOf(project, path);
    for (const use of facts.uses) add({ file: path, root, flow, locale, use });
    for (const use of facts.candidates) add({ file: path, root, flow, locale, use });
  }
  for (const [path, { root, use }] of project.llms) {
    if (use) add({ file: path, root, flow: '', locale: undefined, use });
  }
  const fromResources = [...project.resources.values()].flatMap(([first]) =>
    first && !project.registered.has(first.connection.referenceId) ? [first.connection] : [],
  );
  const toDeclared = (connection: Connection, isRegistered: boolean): DeclaredConnection => ({
    kind: 'declared',
    connection,
    isRegistered,
    uses: usesByKey.get(connection.referenceId) ?? [],
  });
  return {
    declared: [
      ...[...project.registered.values()].map((connection) => toDeclared(connection, true)),
      ...fromResources.map((connection) => toDeclared(connection, false)),
    ].sort((a, b) => compareNames(a.connection.name, b.connection.name)),
    undeclared: [...undeclared]
      .flatMap(([referenceId, uses]): UndeclaredConnection[] => {
        const connectionType = uses.find(({ use }) => use.connectionType)?.use.connectionType;
        return connectionType ? [{ kind: 'undeclared', referenceId, connectionType, uses }] : [];
      })
      .sort((a, b) => countNodes(b.uses) - countNodes(a.uses) || (a.referenceId < b.referenceId ? -1 : 1)),
  };
}

/** What the files of a project say about its Connections. */
export interface ConnectionUsage {
  /** Whether every flow and every LLM resource of the project could be read; as long as not, nothing can be said to be unused. */
  readonly isComplete: boolean;
  isUsed(referenceId: ReferenceId): boolean;
}

export function connectionUsage(project: Project): ConnectionUsage {
  const flows = [...project.flows.values()];
  const llms = [...project.llms.values()];
  return {
    // Without any flow here, they are elsewhere.
    isComplete: flows.length > 0 && [...flows, ...llms].every(({ trouble }) => !trouble),
    isUsed: (referenceId) =>
      flows.some(({ mentions }) => mentions.has(referenceId)) ||
      llms.some(({ use }) => use?.referenceId === referenceId),
  };
}

export function findConnection(project: Project, referenceId: string): ProjectConnection | undefined {
  const { declared, undeclared } = listConnections(project);
  return (
    declared.find(({ connection }) => connection.referenceId === referenceId) ??
    undeclared.find((candidate) => candidate.referenceId === referenceId)
  );
}

/** How many nodes these are: the same node in several locales, or with several keys, is one. */
export function countNodes(uses: readonly LocatedUse[]): number {
  const nodes = new Set<string>();
  const first = uses[0]?.root;
  for (const { file, root, use } of uses) {
    if (use.user !== 'node') continue;
    // Mostly all are of one clone: there the id alone will do, and no text has to be made of each.
    const isPlain = root === first && use.nodeId !== undefined;
    nodes.add(isPlain ? use.nodeId : `${root}#${use.nodeId ?? `${file}#${use.path.join('/')}`}`);
  }
  return nodes.size;
}

/** How many LLM resources these are. */
export function countLlms(uses: readonly LocatedUse[]): number {
  return uses.filter(({ use }) => use.user === 'llm').length;
}

/** A name for a Connection that has none: a host that its nodes call, else the label of the first of them. */
export function suggestName(entry: UndeclaredConnection): string {
  const withHost = entry.uses.find(({ use }) => use.urlHost !== undefined);
  return withHost?.use.urlHost ?? entry.uses[0]?.use.nodeLabel ?? entry.referenceId;
}

function flowNameOf(project: Project, path: string): { flow: string; locale: string | undefined } {
  const place = project.flows.get(path)?.place;
  return place?.kind === 'flow'
    ? { flow: place.flow, locale: place.locale }
    : { flow: project.name, locale: undefined };
}

import { isSameType, type Catalog } from '../catalog/catalog';
import type { ReferenceId } from '../flow/referenceId';
import { shortReferenceId } from '../flow/referenceId';
import type { Localize } from '../ports';
import type { Connection } from './connection';
import { compareNames } from './connectionsFile';
import { nodeCount, useCount } from './describeUses';
import {
  countNodes,
  listConnections,
  suggestName,
  type DeclaredConnection,
  type ProjectConnections,
  type UndeclaredConnection,
} from './projectConnections';
import { declarationFor, type Project } from './projects';
import { typeLabel } from './types';

/** What the view shows of a project, by what its files say; made once until they say something else. */
export interface ProjectRows extends ProjectConnections {
  /** How many nodes need another type, by the Reference ID of the Connection that they name. */
  readonly wrongTypes: ReadonlyMap<ReferenceId, number>;
  /** Whether an unregistered Connection is trouble: only where somebody has begun to register, and it can be read. */
  readonly isJudged: boolean;
}

/** A Connection as the view shows it. */
export interface ConnectionRow {
  readonly label: string;
  readonly description: string;
  /** What icons and colours say too, in words. */
  readonly accessibilityLabel: string;
  readonly hasTrouble: boolean;
}

/** What is said of the credentials of a Connection on this machine. */
export interface CredentialWords {
  readonly isStored: boolean;
  readonly sentence: string;
}

export const groupings = ['none', 'type', 'extension'] as const;
export type Grouping = (typeof groupings)[number];

export interface ConnectionGroup {
  /** Unique among the groups of a project. */
  readonly key: string;
  readonly label: string;
  readonly entries: readonly DeclaredConnection[];
}

export function listRows(project: Project, catalog: Catalog): ProjectRows {
  const connections = listConnections(project);
  const wrongTypes = new Map<ReferenceId, number>();
  for (const { connection, isRegistered, uses } of connections.declared) {
    const wrong = uses.filter(({ file, use }) => {
      const { connectionType, isConditional, referenceId } = use;
      if (!connectionType || isConditional) return false;
      // Resources declare for the flows beside them only, and two may differ.
      const declared = isRegistered ? connection : declarationFor(project, file, referenceId);
      return (
        declared && !isSameType(declared, connectionType) && isCertain(declared, connectionType, catalog)
      );
    });
    if (wrong.length > 0) wrongTypes.set(connection.referenceId, countNodes(wrong));
  }
  const { file, brokenResources } = project;
  const isReadable = file?.trouble === undefined || file.trouble.kind === 'newerVersion';
  return {
    ...connections,
    wrongTypes,
    isJudged: file !== undefined && isReadable && brokenResources.length === 0,
  };
}

/** The row of a Connection that somebody declares. */
export function declaredRow(
  { connection, uses }: DeclaredConnection,
  { wrongTypes }: ProjectRows,
  credentials: CredentialWords,
  catalog: Catalog,
  t: Localize,
): ConnectionRow {
  const wrong = wrongTypes.get(connection.referenceId);
  // Of a type that nobody declares here it can't be said what it is for.
  const isForUses =
    uses.length > 0 || catalog.isAcceptedByNodes(connection) || !catalog.connectionType(connection);
  const description = [
    typeLabel(connection, t),
    ...(connection.isTemporary ? [t('temporary')] : []),
    wrong === undefined
      ? isForUses
        ? useCount(uses, t)
        : t('provider')
      : t('wrong type in {0}', nodeCount(wrong, t)),
  ].join(' · ');
  return {
    label: connection.name,
    description,
    accessibilityLabel: [connection.name, description, credentials.sentence].join(', '),
    hasTrouble: wrong !== undefined,
  };
}

/** The row of a Connection that flows use and nobody declares. */
export function undeclaredRow(entry: UndeclaredConnection, t: Localize): ConnectionRow {
  const label = suggestName(entry);
  const type = typeLabel(entry.connectionType, t);
  const nodes = useCount(entry.uses, t);
  return {
    label,
    description: [shortReferenceId(entry.referenceId), type, nodes].join(' · '),
    accessibilityLabel: t('{0}, not registered, {1}, {2}', label, type, nodes),
    hasTrouble: false,
  };
}

/** Connections in groups by name, each in the order that it came in; one group of all where nothing is grouped. */
export function groupConnections(
  declared: readonly DeclaredConnection[],
  grouping: Exclude<Grouping, 'none'>,
  t: Localize,
): ConnectionGroup[] {
  const groups = new Map<string, { label: string; entries: DeclaredConnection[] }>();
  for (const entry of declared) {
    const { extension, type } = entry.connection;
    const key = grouping === 'type' ? `${extension}/${type}` : extension;
    const label = grouping === 'type' ? typeLabel(entry.connection, t) : extension || t('No Extension');
    const group = groups.get(key) ?? { label, entries: [] };
    groups.set(key, group);
    group.entries.push(entry);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => compareNames(a.label, b.label) || compareNames(a.key, b.key));
}

/** What the badge counts, over all projects; undefined for nothing. */
export function badgeOf(
  projects: readonly ProjectRows[],
  t: Localize,
): { readonly value: number; readonly tooltip: string } | undefined {
  const notRegistered = sum(projects.map(({ isJudged, undeclared }) => (isJudged ? undeclared.length : 0)));
  const wrongType = sum(projects.map(({ wrongTypes }) => wrongTypes.size));
  if (notRegistered + wrongType === 0) return undefined;
  const tooltip = [
    ...(notRegistered > 0
      ? [
          notRegistered === 1
            ? t('1 Connection is not registered')
            : t('{0} Connections are not registered', notRegistered),
        ]
      : []),
    ...(wrongType > 0
      ? [
          wrongType === 1
            ? t('1 Connection is of the wrong type for a node')
            : t('{0} Connections are of the wrong type for a node', wrongType),
        ]
      : []),
  ].join(', ');
  return { value: notRegistered + wrongType, tooltip };
}

/** As the rule for problems has it: what was only noted down of public Extensions justifies no warning. */
function isCertain(
  declared: Connection,
  accepted: Parameters<Catalog['connectionType']>[0],
  catalog: Catalog,
) {
  return [declared, accepted].every((type) => catalog.connectionType(type)?.rank === 'declared');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

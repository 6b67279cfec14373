import type { ReferenceId } from '../flow/referenceId';
import { baseName, isWithin, joinPath, parentFolder } from '../flow/filePlace';
import type { Connection } from './connection';
import type { ConnectionsFile } from './connectionsFile';
import type { CliConfigFacts, ConnectionsFileFacts, FileFacts, FlowFacts, ResourceFacts } from './fileFacts';

/**
 * One Cognigy.AI project in a workspace folder. A file belongs to the connections file that covers it most closely,
 * else to the agentDir of a CLI config, else to the root that its place names.
 */
export interface Project {
  /** The path that its connections file has, or would have: unique in the workspace folder. */
  readonly connectionsPath: string;
  /** What `agentDir` a connections file at that path needs so that it covers this project and no other. */
  readonly agentDir: string | undefined;
  readonly name: string;
  /** The folder it covers, relative to the workspace folder. */
  readonly folder: string;
  /** Undefined while nobody has made the file. */
  readonly file: ConnectionsFile | undefined;
  /** Whether `connectionsPath` lies in a folder that `cognigy clone` deletes. */
  readonly isInAgentDir: boolean;
  readonly flows: ReadonlyMap<string, FlowFacts>;
  /** The Connections of the connections file. */
  readonly registered: ReadonlyMap<ReferenceId, Connection>;
  /** Connections declared by resources on disk: each for the flows under the same root. */
  readonly resources: ReadonlyMap<ReferenceId, readonly ConnectionResource[]>;
}

export interface ConnectionResource {
  readonly root: string;
  readonly connection: Connection;
}

interface Cover {
  readonly folder: string;
  readonly connectionsPath?: string;
  readonly facts?: ConnectionsFileFacts;
  /** The folder of the CLI config, which the connections file should stand beside. */
  readonly besideFolder?: string;
}

/** The projects of a workspace folder, in the order of their paths. `folderName` is the folder's own name. */
export function resolveProjects(facts: ReadonlyMap<string, FileFacts>, folderName: string): Project[] {
  // In which order files were read must not show.
  const files = new Map([...facts].sort(([a], [b]) => (a < b ? -1 : 1)));
  const covers = findCovers(files);
  const grouped = new Map<Cover, Content>();
  for (const cover of covers) {
    if (cover.facts) grouped.set(cover, emptyContent());
  }
  const implicit = new Map<string, Cover>();
  const roots = findRoots(files);
  for (const [path, facts] of files) {
    if (facts.kind !== 'flow' && facts.kind !== 'connectionResource') continue;
    const root = rootOf(path, facts, roots);
    let cover = covers.find((candidate) => isWithin(candidate.folder, path));
    if (!cover) {
      cover = implicit.get(root) ?? { folder: root };
      implicit.set(root, cover);
    }
    const content = grouped.get(cover) ?? emptyContent();
    grouped.set(cover, content);
    if (facts.kind === 'flow') content.flows.set(path, facts);
    else addResource(content, facts);
  }
  const all = [...grouped.keys()];
  return [...grouped]
    .map(([cover, content]) => toProject(cover, content, all, folderName))
    .sort((a, b) => (a.connectionsPath < b.connectionsPath ? -1 : 1));
}

interface Content {
  readonly flows: Map<string, FlowFacts>;
  readonly resources: Map<ReferenceId, ConnectionResource[]>;
}

/** The project of a workspace folder in which nothing names one yet. */
export function emptyProject(folderName: string): Project {
  const cover = { folder: '' };
  return { ...toProject(cover, emptyContent(), [cover], folderName), isInAgentDir: false };
}

function emptyContent(): Content {
  return { flows: new Map(), resources: new Map() };
}

function addResource(content: Content, { root, connection }: ResourceFacts): void {
  const others = content.resources.get(connection.referenceId) ?? [];
  content.resources.set(connection.referenceId, [...others, { root, connection }]);
}

/** What declares projects, the closest match for any path first. */
function findCovers(files: ReadonlyMap<string, FileFacts>): Cover[] {
  const covers: Cover[] = [];
  const configs: CliConfigFacts[] = [];
  for (const [path, facts] of files) {
    if (facts.kind === 'cliConfig') configs.push(facts);
    if (facts.kind !== 'connectionsFile') continue;
    const folder = joinPath(facts.place.folder, facts.file.agentDir ?? '');
    if (folder !== undefined) covers.push({ folder, connectionsPath: path, facts });
  }
  for (const config of configs) {
    const folder = joinPath(config.folder, config.agentDir);
    if (folder === undefined || covers.some((cover) => isWithin(cover.folder, folder))) continue;
    covers.push({ folder, besideFolder: config.folder });
  }
  return covers.sort((a, b) => b.folder.length - a.folder.length || compareCovers(a, b));
}

/** Of two for the same folder, a plain `connections.json` wins, then the first by path. */
function compareCovers(a: Cover, b: Cover): number {
  const named = (cover: Cover) => Number(cover.facts?.place.name !== undefined);
  return named(a) - named(b) || ((a.connectionsPath ?? '') < (b.connectionsPath ?? '') ? -1 : 1);
}

function findRoots(files: ReadonlyMap<string, FileFacts>): string[] {
  const roots = new Set<string>();
  for (const facts of files.values()) {
    const root =
      facts.kind === 'flow' ? facts.place.root : facts.kind === 'connectionResource' ? facts.root : undefined;
    if (root !== undefined) roots.add(root);
  }
  return [...roots].sort((a, b) => b.length - a.length);
}

function rootOf(path: string, facts: FlowFacts | ResourceFacts, roots: string[]): string {
  if (facts.kind === 'connectionResource') return facts.root;
  // A `*.flow.json` names no root of its own: it belongs to the closest one around it, else to the only one there is.
  const around = facts.place.root ?? roots.find((root) => isWithin(root, path));
  return around ?? (roots.length === 1 ? (roots[0] ?? '') : '');
}

function toProject(cover: Cover, content: Content, all: readonly Cover[], folderName: string): Project {
  const named = (folder: string) => (folder === '' ? folderName : baseName(folder));
  const common = {
    folder: cover.folder,
    flows: content.flows,
    registered: new Map(
      cover.facts?.file.connections.map((connection) => [connection.referenceId, connection]),
    ),
    resources: content.resources,
  };
  if (cover.facts && cover.connectionsPath !== undefined) {
    const { place, file } = cover.facts;
    return {
      ...common,
      connectionsPath: cover.connectionsPath,
      agentDir: file.agentDir,
      name: place.name ?? named(place.folder),
      file,
      isInAgentDir: false,
    };
  }
  const beside = cover.besideFolder ?? parentFolder(cover.folder);
  // What covers the whole workspace folder covers the others in it too, until they have files of their own.
  const isAlone =
    cover.folder === '' || all.every((other) => other === cover || !isWithin(beside, other.folder));
  // `agent` is what the CLI calls the folder unless told otherwise: it says nothing, the folder around it does.
  const name = named(baseName(cover.folder) === 'agent' ? parentFolder(cover.folder) : cover.folder);
  const agentDir = beside === '' ? cover.folder : cover.folder.slice(beside.length + 1);
  const fileName = isAlone ? 'connections.json' : `connections.${fileNamePart(agentDir)}.json`;
  return {
    ...common,
    connectionsPath: [...(beside === '' ? [] : [beside]), '.cognigy', fileName].join('/'),
    agentDir: isAlone ? undefined : agentDir,
    name,
    file: undefined,
    isInAgentDir:
      cover.folder === beside && [...content.flows.values()].some((flow) => flow.place.root === beside),
  };
}

function fileNamePart(agentDir: string): string {
  return agentDir.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-|-$/g, '') || 'agent';
}

/** Who declares a Connection for a flow file of a project. */
export function declarationFor(
  project: Project,
  path: string,
  referenceId: ReferenceId,
): Connection | undefined {
  const resources = project.resources.get(referenceId);
  return (
    project.registered.get(referenceId) ??
    resources?.find((resource) => isWithin(resource.root, path))?.connection
  );
}

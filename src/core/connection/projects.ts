import type { ReferenceId } from '../flow/referenceId';
import { isWithin, joinPath, parentFolder } from '../flow/filePlace';
import type { Connection } from './connection';
import type { ConnectionsFile } from './connectionsFile';
import type {
  CliConfigFacts,
  FileFacts,
  FileTrouble,
  FlowFacts,
  LlmResourceFacts,
  ResourceFacts,
} from './fileFacts';
import type { ProjectKnowledge } from './projectKnowledge';
import { compareCovers, toProjects, type Content, type Cover } from './projectCover';

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
  /** Whether `connectionsPath` lies in the folder that holds the flows, which `cognigy clone` deletes. */
  readonly isInAgentDir: boolean;
  readonly flows: ReadonlyMap<string, FlowFacts>;
  /** The Connections of the connections file. */
  readonly registered: ReadonlyMap<ReferenceId, Connection>;
  /** Connections declared by resources on disk: each for the flows under the same root. */
  readonly resources: ReadonlyMap<ReferenceId, readonly ConnectionResource[]>;
  readonly brokenResources: readonly BrokenResource[];
  /** The LLM resources beside its flows, by path. */
  readonly llms: ReadonlyMap<string, LlmResourceFacts>;
  /** What its files tell the rules of one of them; made when it is first asked for. */
  readonly knowledge: () => { of(path: string): ProjectKnowledge };
  /** Files that `cognigy push` reads beside its charts: the `config.json` of flows, `locales.json`, `intents.json`. */
  readonly companions: ReadonlySet<string>;
  /** The folders of all flows in the workspace folder, those of other projects too. */
  readonly flowRoots: ReadonlySet<string>;
  /** The connections file that counts for the same folder, so that this project's own counts for nothing. */
  readonly shadowedBy?: string;
  /** The folders that `cognigy push` reads: those with a `flows/locales.json`, and the agentDirs of CLI configs. */
  readonly cloneRoots: ReadonlySet<string>;
  /** The `validation.json` beside its connections file; undefined where there is none. */
  readonly ruleSettings: { readonly path: string; readonly text: string } | undefined;
}

export interface ConnectionResource {
  readonly root: string;
  readonly path: string;
  readonly connection: Connection;
}

/** A file that should declare a Connection and can't be read. */
export interface BrokenResource {
  readonly root: string;
  readonly path: string;
  readonly trouble: FileTrouble;
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
  const coverOf = (path: string, root: string) =>
    covers.find((candidate) => isWithin(candidate.folder, path)) ?? implicit.get(root);
  for (const [path, facts] of files) {
    if (facts.kind !== 'flow' && !(facts.kind === 'connectionResource' && facts.connection)) continue;
    const root = rootOf(path, facts, roots);
    const cover = coverOf(path, root) ?? { folder: root };
    if (!cover.connectionsPath && !cover.besideFolder) implicit.set(root, cover);
    const content = grouped.get(cover) ?? emptyContent();
    grouped.set(cover, content);
    if (facts.kind === 'flow') content.flows.set(path, facts);
    else addResource(content, path, facts);
  }
  addCompanions(files, (path, root) => {
    const cover = coverOf(path, root);
    return cover && grouped.get(cover);
  });
  const folder = { name: folderName, cloneRoots: findCloneRoots(files), flowRoots: findFlowRoots(files) };
  return toProjects(grouped, folder, (path) => {
    const settings = files.get(path);
    return settings?.kind === 'ruleSettings' ? settings.text : undefined;
  });
}

/** The project of a workspace folder in which nothing names one yet. */
export function emptyProject(folderName: string): Project {
  const content = new Map([[{ folder: '' }, emptyContent()]]);
  const folder = { name: folderName, cloneRoots: new Set<string>(), flowRoots: new Set<string>() };
  const [project] = toProjects(content, folder, () => undefined);
  if (!project) throw new Error('A cover makes a project.');
  // Nothing was cloned into it yet, so it is nobody's agentDir.
  return { ...project, isInAgentDir: false };
}

function emptyContent(): Content {
  return {
    flows: new Map(),
    resources: new Map(),
    brokenResources: [],
    llms: new Map(),
    flowResources: new Map(),
    locales: new Map(),
    intents: new Set(),
    companions: new Set(),
    unread: [],
  };
}

function addResource(content: Content, path: string, { root, connection }: ResourceFacts): void {
  if (!connection) return;
  const others = content.resources.get(connection.referenceId) ?? [];
  content.resources.set(connection.referenceId, [...others, { root, path, connection }]);
}

/** They join the projects that are there and make none: folders called `connections` or `flows` may hold anything. */
function addCompanions(
  files: ReadonlyMap<string, FileFacts>,
  contentOf: (path: string, root: string) => Content | undefined,
): void {
  for (const [path, facts] of files) {
    if (!('root' in facts)) continue;
    const content = contentOf(path, facts.root);
    if (!content) continue;
    switch (facts.kind) {
      case 'connectionResource':
        if (facts.trouble) content.brokenResources.push({ root: facts.root, path, trouble: facts.trouble });
        break;
      case 'llmResource':
        content.llms.set(path, facts);
        break;
      case 'flowResource':
        if (isConfig(path)) content.companions.add(path);
        if (facts.resource) content.flowResources.set(path, facts.resource);
        else content.unread.push(path);
        break;
      case 'locales':
        content.companions.add(path);
        if (facts.locales) content.locales.set(path, facts.locales);
        else content.unread.push(path);
        break;
      case 'intents':
        content.companions.add(path);
        content.intents.add(path);
    }
  }
}

/** A package has files of this kind by other names. */
function isConfig(path: string): boolean {
  return path.endsWith('/config.json') || path === 'config.json';
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

/** The folders that hold flows, of those written by hand their own. */
function findFlowRoots(files: ReadonlyMap<string, FileFacts>): Set<string> {
  return new Set(
    [...files].flatMap(([path, facts]) =>
      facts.kind === 'flow' ? [facts.place.root ?? parentFolder(path)] : [],
    ),
  );
}

function findCloneRoots(files: ReadonlyMap<string, FileFacts>): Set<string> {
  return new Set(
    [...files.values()].flatMap((facts) => {
      if (facts.kind === 'locales') return [facts.root];
      return facts.kind === 'cliConfig' ? (joinPath(facts.folder, facts.agentDir) ?? []) : [];
    }),
  );
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

/**
 * A `*.flow.json` names no root of its own: it belongs to the closest one around it, else to the only one there is,
 * else, among several, to its own folder.
 */
function rootOf(path: string, facts: FlowFacts | ResourceFacts, roots: readonly string[]): string {
  if (facts.kind === 'connectionResource') return facts.root;
  const around = facts.place.root ?? roots.find((root) => isWithin(root, path));
  if (around !== undefined) return around;
  return roots.length <= 1 ? (roots[0] ?? '') : parentFolder(path);
}

/** How many entries of the connections file have a Reference ID: a merge may leave several, of which the last counts. */
export function countEntries({ file }: Project, referenceId: ReferenceId): number {
  return file?.connections.filter((connection) => connection.referenceId === referenceId).length ?? 0;
}

/** Whether a file is one of a clone of the CLI. */
export function isInClone({ cloneRoots }: Project, path: string): boolean {
  return [...cloneRoots].some((root) => isWithin(root, path));
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

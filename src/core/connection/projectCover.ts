import { baseName, isWithin, parentFolder } from '../flow/filePlace';
import type { FlowResource, Locale } from '../flow/flowOutline';
import type { ReferenceId } from '../flow/referenceId';
import type { ConnectionsFileFacts, FlowFacts, LlmResourceFacts } from './fileFacts';
import { buildProjectKnowledge } from './projectKnowledge';
import type { BrokenResource, ConnectionResource, Project } from './projects';

/** What makes a project of the files in a folder. */
export interface Cover {
  readonly folder: string;
  /** The connections file that covers it, if there is one. */
  readonly connectionsPath?: string;
  readonly facts?: ConnectionsFileFacts;
  /** The folder of the CLI config, which the connections file should stand beside. */
  readonly besideFolder?: string;
}

/** The files of a project. */
export interface Content {
  readonly flows: Map<string, FlowFacts>;
  readonly resources: Map<ReferenceId, ConnectionResource[]>;
  readonly brokenResources: BrokenResource[];
  readonly llms: Map<string, LlmResourceFacts>;
  readonly flowResources: Map<string, FlowResource>;
  readonly locales: Map<string, readonly Locale[]>;
  readonly intents: Set<string>;
  /** See `Project`. */
  readonly companions: Set<string>;
  /** Files of these kinds that can't be read. */
  readonly unread: string[];
}

/** What all projects of a workspace folder have in common; see `Project`. */
export interface WorkspaceFolder {
  readonly name: string;
  readonly cloneRoots: ReadonlySet<string>;
  readonly flowRoots: ReadonlySet<string>;
}

/** Names the projects, and gives those without a connections file the path that theirs would have. */
export function toProjects(
  grouped: ReadonlyMap<Cover, Content>,
  workspace: WorkspaceFolder,
  settingsAt: (path: string) => string | undefined,
): Project[] {
  const { name: folderName, cloneRoots, flowRoots } = workspace;
  const settingsBeside = (connectionsPath: string) => {
    const path = `${parentFolder(connectionsPath)}/validation.json`;
    const text = settingsAt(path);
    return text === undefined ? undefined : { path, text };
  };
  const firstOf = new Map<string, string>();
  for (const { folder, connectionsPath } of [...grouped.keys()].sort(compareCovers)) {
    if (connectionsPath !== undefined && !firstOf.has(folder)) firstOf.set(folder, connectionsPath);
  }
  const covers = [...grouped.keys()];
  const taken = new Set(covers.flatMap(({ connectionsPath }) => connectionsPath ?? []));
  const named = (folder: string) => (folder === '' ? folderName : baseName(folder));
  return [...grouped]
    .sort(([a], [b]) => (a.folder < b.folder ? -1 : 1))
    .map(([cover, content]): Project => {
      const { folder, connectionsPath, facts } = cover;
      const { flows, resources, brokenResources, llms, companions } = content;
      const files = {
        flows,
        resources,
        brokenResources,
        llms,
        companions,
        cloneRoots,
        flowRoots,
        knowledge: lazily(() => toKnowledge(content)),
      };
      if (facts && connectionsPath !== undefined) {
        const { place, file } = facts;
        const registered = new Map(
          file.connections.map((connection) => [connection.referenceId, connection]),
        );
        const name = place.name ?? named(place.folder);
        const { agentDir } = file;
        const first = firstOf.get(folder);
        return {
          ...files,
          folder,
          connectionsPath,
          agentDir,
          name,
          file,
          registered,
          isInAgentDir: false,
          ...(first !== undefined && first !== connectionsPath && { shadowedBy: first }),
          ruleSettings: settingsBeside(connectionsPath),
        };
      }
      const place = placeForFile(cover, covers, taken, folderName);
      taken.add(place.connectionsPath);
      // A `*.flow.json` is written by hand: no clone deletes the folder for it.
      const isCloned = [...content.flows.values()].some((flow) => flow.place.root === folder);
      return {
        ...files,
        ...place,
        isInAgentDir: isCloned && (folder === '' || cover.besideFolder === folder),
        folder,
        // `agent` is what the CLI calls the folder unless told otherwise: it says nothing, the folder around it does.
        name: named(baseName(folder) === 'agent' ? parentFolder(folder) : folder),
        file: undefined,
        registered: new Map(),
        ruleSettings: settingsBeside(place.connectionsPath),
      };
    })
    .sort((a, b) => (a.connectionsPath < b.connectionsPath ? -1 : 1));
}

/** Of two for the same folder, a plain `connections.json` wins, then the first by path. */
export function compareCovers(a: Cover, b: Cover): number {
  const named = (cover: Cover) => Number(cover.facts?.place.name !== undefined);
  return named(a) - named(b) || ((a.connectionsPath ?? '') < (b.connectionsPath ?? '') ? -1 : 1);
}

function toKnowledge({ flows, flowResources, locales, intents, unread }: Content) {
  const isComplete = unread.length === 0 && [...flows.values()].every(({ trouble }) => !trouble);
  return buildProjectKnowledge({ flows, resources: flowResources, locales, intents, isComplete });
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Beside the project's folder, never in it: `cognigy clone` deletes that. Only a workspace folder has no beside. */
function placeForFile(
  cover: Cover,
  covers: readonly Cover[],
  taken: ReadonlySet<string>,
  folderName: string,
): Pick<Project, 'connectionsPath' | 'agentDir'> {
  const { folder } = cover;
  const beside = cover.besideFolder ?? parentFolder(folder);
  const pathOf = (fileName: string) => [...(beside === '' ? [] : [beside]), '.cognigy', fileName].join('/');
  // What covers the whole workspace folder covers the others in it too, until they have files of their own.
  const isAlone =
    folder === '' || covers.every((other) => other === cover || !isWithin(beside, other.folder));
  const plain = pathOf('connections.json');
  if (isAlone && !taken.has(plain)) return { connectionsPath: plain, agentDir: undefined };
  const agentDir = beside === '' ? folder : folder.slice(beside.length + 1);
  const part = fileNamePart(agentDir === '' ? folderName : agentDir);
  let connectionsPath = pathOf(`connections.${part}.json`);
  for (let number = 2; taken.has(connectionsPath); number++) {
    connectionsPath = pathOf(`connections.${part}-${number}.json`);
  }
  return { connectionsPath, agentDir: agentDir === '' ? undefined : agentDir };
}

function fileNamePart(agentDir: string): string {
  return agentDir.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-|-$/g, '') || 'agent';
}

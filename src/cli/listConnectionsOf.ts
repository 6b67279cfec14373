import type { Catalog } from '../core/catalog/catalog';
import {
  connectionUsage,
  listConnections,
  type LocatedUse,
  type ProjectConnection,
} from '../core/connection/projectConnections';
import { resolveProjects, type Project } from '../core/connection/projects';
import { JsonDocument } from '../core/json/jsonDocument';
import { LineIndex } from '../core/json/lineIndex';
import { isEntryAskedFor } from './isAskedFor';
import { readAllFacts } from './readAllFacts';
import type { OpenedSources, TextSource } from './textSource';

/** A Connection as the command line lists it. */
export interface ListedConnection {
  readonly referenceId: string;
  /** Null while nobody has given it one. */
  readonly name: string | null;
  readonly type: string;
  readonly extension: string;
  readonly state: 'registered' | 'notRegistered' | 'temporary' | 'unused';
  readonly declaredIn: readonly string[];
  readonly uses: readonly ListedUse[];
}

export interface ListedUse {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly flow: string;
  readonly node: string;
  readonly key: string;
  readonly disabled: boolean;
}

export interface ConnectionList {
  readonly connections: readonly ListedConnection[];
  /** A sentence for each file that could not be read. */
  readonly unreadable: readonly string[];
}

/** Every Connection that the sources use or declare, project by project. */
export async function listConnectionsOf(opened: OpenedSources, catalog: Catalog): Promise<ConnectionList> {
  const connections: ListedConnection[] = [];
  const unreadable = [...opened.unreadable];
  for (const source of opened.sources) {
    const facts = await readAllFacts(source, catalog, unreadable);
    for (const project of resolveProjects(facts, source.name)) {
      const lines = new UseLines(source);
      const { declared, undeclared } = listConnections(project);
      for (const entry of [...declared, ...undeclared]) {
        if (!isEntryAskedFor(entry, project, source)) continue;
        connections.push(await toListed(entry, project, source, catalog, lines));
      }
    }
  }
  return { connections, unreadable };
}

async function toListed(
  entry: ProjectConnection,
  project: Project,
  source: TextSource,
  catalog: Catalog,
  lines: UseLines,
): Promise<ListedConnection> {
  const uses: ListedUse[] = [];
  for (const located of entry.uses) uses.push(await lines.toListed(located));
  if (entry.kind === 'undeclared') {
    const { referenceId, connectionType } = entry;
    return { referenceId, name: null, ...connectionType, state: 'notRegistered', declaredIn: [], uses };
  }
  const { referenceId, name, type, extension, isTemporary } = entry.connection;
  const resources = project.resources.get(referenceId) ?? [];
  const paths = [
    ...(entry.isRegistered ? [project.connectionsPath] : []),
    ...resources.map(({ path }) => path),
  ];
  // Of a type that no known node accepts it can't be said: settings and providers use it.
  const usage = connectionUsage(project);
  const isUnused =
    !usage.isUsed(referenceId) && usage.isComplete && catalog.isAcceptedByNodes(entry.connection);
  return {
    referenceId,
    name,
    type,
    extension,
    state: isTemporary ? 'temporary' : isUnused ? 'unused' : 'registered',
    declaredIn: paths.map((path) => source.display(path)),
    uses,
  };
}

/** Finds the lines of uses; each file is read once. */
class UseLines {
  readonly #documents = new Map<string, { document: JsonDocument; lines: LineIndex }>();

  constructor(private readonly source: TextSource) {}

  async toListed({ file, flow, use }: LocatedUse): Promise<ListedUse> {
    const { document, lines } = await this.#open(file);
    const { line } = lines.at(document.rangeOf(use.path)?.offset ?? 0);
    const { nodeLabel, key, isDisabled } = use;
    return { file: this.source.display(file), line, flow, node: nodeLabel, key, disabled: isDisabled };
  }

  async #open(file: string) {
    const known = this.#documents.get(file);
    if (known) return known;
    const { text } = await this.source.read(file);
    const opened = { document: new JsonDocument(text), lines: new LineIndex(text) };
    this.#documents.set(file, opened);
    return opened;
  }
}

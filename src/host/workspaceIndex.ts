import * as vscode from 'vscode';
import { settingIds } from '../contributions';
import type { Catalog } from '../core/catalog/catalog';
import { describeBadGlob } from '../core/connection/describeTrouble';
import type { FileFacts } from '../core/connection/fileFacts';
import { emptyProject, resolveProjects, type Project } from '../core/connection/projects';
import { readFileFacts, replaceFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import { isWithin, placeGlobs, skippedFolders, type FilePlace } from '../core/flow/filePlace';
import { createPlaces, type Places } from '../core/flow/places';
import type { Logger } from '../core/ports';
import { localize } from './localize';
import { readForIndex } from './readForIndex';
import { watchFiles } from './watchFiles';

/** A project and where it is. */
export interface LocatedProject {
  /** Unique in the window, and the same after a reload. */
  readonly id: string;
  readonly folder: vscode.WorkspaceFolder;
  readonly project: Project;
}

/** A file by its workspace folder and its path in it. */
export interface LocatedFile {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** Reading many small files is waiting for the disk; more at a time gains nothing. */
const parallelReads = 8;

const excluded = `**/{${skippedFolders.join(',')}}/**`;

const folderInPlaceOfChart = '**/flows/*/*/chart.json/*';

/**
 * What the files of the workspace say, without their texts: read once, then kept true by the file watcher and by the
 * open documents, which override the disk. Nothing is read before `start`.
 */
export class WorkspaceIndex implements vscode.Disposable {
  readonly #facts = new Map<string, Map<string, FileFacts>>();
  readonly #places = new Map<string, Places>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #started: Promise<void> | undefined;
  #lastTurn = Promise.resolve();
  #projects: LocatedProject[] | undefined;

  /** Fires after what the index says has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly loadCatalog: () => Promise<Catalog>,
    private readonly log: Logger,
  ) {}

  /** Resolves once every file was read; every call gets the same promise. */
  start(): Promise<void> {
    return (this.#started ??= this.#readAll());
  }

  /** All projects, in the order of the workspace folders and their paths. */
  get projects(): readonly LocatedProject[] {
    this.#projects ??= (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      resolveProjects(this.#factsOf(folder), folder.name).map((project) => toLocated(folder, project)),
    );
    return this.#projects;
  }

  /** Whether there are snapshots of the platform, which nobody can read here. */
  get hasSnapshots(): boolean {
    return [...this.#facts.values()].some((facts) =>
      [...facts.values()].some(({ kind }) => kind === 'snapshot'),
    );
  }

  /** The project at a place; in a folder without projects, the one that a first Connection would make. */
  findProject(folderUri: string, connectionsPath: string): LocatedProject | undefined {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folderUri);
    if (!folder) return undefined;
    const isThere = (owner: LocatedProject) =>
      owner.folder.uri.toString() === folderUri && owner.project.connectionsPath === connectionsPath;
    return this.projects.find(isThere) ?? this.#emptyProjects([folder]).find(isThere);
  }

  /** Where a new Connection can go: every project, and each workspace folder that has none. */
  get possibleProjects(): readonly LocatedProject[] {
    const without = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => !this.projects.some((owner) => owner.folder.uri.toString() === uri.toString()),
    );
    return [...this.projects, ...this.#emptyProjects(without)];
  }

  #emptyProjects(folders: readonly vscode.WorkspaceFolder[]): LocatedProject[] {
    return folders.map((folder) => toLocated(folder, emptyProject(folder.name)));
  }

  /** The project that a flow file belongs to; undefined for every other file. */
  projectOfFlow({ folder, path }: LocatedFile): LocatedProject | undefined {
    return this.projects.find(
      (candidate) =>
        candidate.folder.uri.toString() === folder.uri.toString() && candidate.project.flows.has(path),
    );
  }

  /** Where a file is; undefined outside the workspace. */
  locate(uri: vscode.Uri): LocatedFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder?.uri.scheme !== uri.scheme) return undefined;
    const base = folder.uri.path.replace(/\/$/, '');
    return { folder, path: uri.path.slice(base.length + 1) };
  }

  /** What a file is by its place; undefined for what doesn't matter. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    const located = this.locate(uri);
    return located && this.#placesIn(located.folder).placeOf(located.path);
  }

  /** Reads files again, now; for what we wrote ourselves, so that nothing waits for the file watcher. */
  refresh(files: readonly vscode.Uri[], newFolders: readonly vscode.Uri[] = []): Promise<void> {
    return this.#inTurn(async () => {
      const catalog = await this.loadCatalog();
      const inside = await Promise.all(newFolders.map((folder) => this.#findIn(folder)));
      const all = [...files, ...inside.flat()];
      await mapInParallel(all, (uri) => this.#read(uri, catalog));
      if (all.length > 0) this.#announce();
    });
  }

  async #readAll(): Promise<void> {
    const catalog = await this.loadCatalog();
    this.#subscriptions.push(
      watchFiles({
        isRelevant: (uri) => this.placeOf(uri) !== undefined,
        isSkipped: (uri) => uri.path.split('/').some((name) => skippedFolders.includes(name)),
        refresh: (files, newFolders) => this.#guard(this.refresh(files, newFolders)),
        remove: (uri) => this.#guard(this.#inTurn(() => this.#remove(uri))),
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#guard(this.#readAgain())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingIds.flowFiles)) this.#guard(this.#readAgain());
      }),
    );
    await this.#inTurn(() => this.#readFolders(vscode.workspace.workspaceFolders ?? [], catalog));
  }

  /** One after the other: of two readings of a file, the later one must have the last word. */
  #inTurn(work: () => void | Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** All anew: folders may lie in each other, and then a file changes its owner. */
  #readAgain(): Promise<void> {
    return this.#inTurn(async () => {
      this.#facts.clear();
      this.#places.clear();
      await this.#readFolders(vscode.workspace.workspaceFolders ?? [], await this.loadCatalog());
    });
  }

  /** The files that matter in a folder; none when it is no folder, or is gone again. */
  async #findIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
    const stat = await vscode.workspace.fs.stat(folder).then(undefined, () => undefined);
    if (!stat || !(stat.type & vscode.FileType.Directory)) return [];
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'), excluded);
    return files.filter((uri) => this.placeOf(uri) !== undefined);
  }

  async #readFolders(folders: readonly vscode.WorkspaceFolder[], catalog: Catalog): Promise<void> {
    for (const folder of folders) {
      const { globs } = this.#placesIn(folder);
      for (const glob of [`{${placeGlobs.join(',')}}`, ...globs]) {
        const pattern = new vscode.RelativePattern(folder, glob);
        const uris = await vscode.workspace.findFiles(pattern, excluded);
        await mapInParallel(uris, (uri) => this.#read(uri, catalog));
      }
      const inside = await vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, folderInPlaceOfChart),
        excluded,
      );
      // A folder where a chart should be is found by what lies in it.
      await mapInParallel(inside, (uri) => this.#read(vscode.Uri.joinPath(uri, '..'), catalog));
    }
    this.#announce();
  }

  async #read(uri: vscode.Uri, catalog: Catalog): Promise<void> {
    const located = this.locate(uri);
    const place = this.placeOf(uri);
    if (!located || !place) return;
    const facts = this.#factsOf(located.folder);
    const reading = await readForIndex(uri, place.kind === 'intents');
    let after: FileFacts | undefined;
    if (reading.kind === 'text') after = readFileFacts(place, reading.text, catalog);
    else if (reading.kind === 'trouble') after = unreadFileFacts(place, reading.trouble);
    const before = facts.get(located.path);
    // While someone types, a file is mostly broken: it says what it said, and nothing is made of it.
    if (reading.kind === 'text' && reading.isUnsaved && before && hasTrouble(after)) return;
    after = replaceFacts(before, after);
    if (after) facts.set(located.path, after);
    else facts.delete(located.path);
  }

  #placesIn(folder: vscode.WorkspaceFolder): Places {
    const key = folder.uri.toString();
    const known = this.#places.get(key);
    if (known) return known;
    const places = createPlaces(
      vscode.workspace.getConfiguration(undefined, folder.uri).get(settingIds.flowFiles),
    );
    for (const glob of places.badGlobs) this.log.error(settingIds.flowFiles, describeBadGlob(glob, localize));
    this.#places.set(key, places);
    return places;
  }

  #remove(uri: vscode.Uri): void {
    const located = this.locate(uri);
    if (!located) return;
    const facts = this.#factsOf(located.folder);
    let hasChanged = false;
    for (const path of facts.keys()) {
      if (isWithin(located.path, path)) hasChanged = facts.delete(path) || hasChanged;
    }
    if (hasChanged) this.#announce();
  }

  #factsOf(folder: vscode.WorkspaceFolder): Map<string, FileFacts> {
    const key = folder.uri.toString();
    const facts = this.#facts.get(key) ?? new Map<string, FileFacts>();
    this.#facts.set(key, facts);
    return facts;
  }

  #announce(): void {
    this.#projects = undefined;
    this.#changed.fire();
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => this.log.error('Reading the workspace', error));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function hasTrouble(facts: FileFacts | undefined): boolean {
  if (facts?.kind === 'connectionsFile') return facts.file.trouble !== undefined;
  return (facts?.kind === 'flow' || facts?.kind === 'connectionResource') && facts.trouble !== undefined;
}

function toLocated(folder: vscode.WorkspaceFolder, project: Project): LocatedProject {
  return { id: vscode.Uri.joinPath(folder.uri, project.connectionsPath).toString(), folder, project };
}

async function mapInParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: parallelReads }, worker));
}

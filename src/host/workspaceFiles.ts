import * as vscode from 'vscode';
import { settingIds } from '../contributions';
import type { Catalog } from '../core/catalog/catalog';
import { describeBadGlob } from '../core/connection/describeTrouble';
import { factsChange, type FactsChange } from '../core/connection/factsChange';
import type { FileFacts } from '../core/connection/fileFacts';
import { NodeFactsReader } from '../core/connection/nodeFacts';
import { readFileFacts, replaceFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import { isWithin, placeGlobs, skippedFolders, type FilePlace } from '../core/flow/filePlace';
import { createPlaces, type Places } from '../core/flow/places';
import type { Logger } from '../core/ports';
import { createBreather } from './breather';
import { localize } from './localize';
import type { OpenDocuments } from './openDocuments';
import { readForIndex } from './readForIndex';
import { watchFiles } from './watchFiles';

/** A file by its workspace folder and its path in it. */
export interface LocatedFile {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** A file that says something else than before. */
export interface FileChange extends LocatedFile {
  readonly kind: FileFacts['kind'];
  readonly change: Exclude<FactsChange, 'none'>;
}

export interface FilesChange {
  /** What we wrote or set out to read ourselves, what was typed in an open document, or what came over the disk. */
  readonly origin: 'own' | 'typed' | 'disk';
  /** Undefined when everything was read anew. */
  readonly files: readonly FileChange[] | undefined;
}

/** Reading many small files is waiting for the disk; more at a time gains nothing. */
const parallelReads = 8;

const excluded = `**/{${skippedFolders.join(',')}}/**`;

const folderInPlaceOfChart = '**/flows/*/*/chart.json/*';

/**
 * What each file of the workspace says, without its text: read once, then kept true by the file watcher and by the
 * open documents, which override the disk. Nothing is read before `start`.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #facts = new Map<string, Map<string, FileFacts>>();
  readonly #places = new Map<string, Places>();
  readonly #changed = new vscode.EventEmitter<FilesChange>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly #breathe = createBreather();
  #started: Promise<void> | undefined;
  #lastTurn = Promise.resolve();
  #reader: NodeFactsReader | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly loadCatalog: () => Promise<Catalog>,
    private readonly log: Logger,
  ) {}

  /** Resolves once every file was read; every call gets the same promise. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** What the files of a folder say, by path. */
  factsOf(folder: vscode.WorkspaceFolder): ReadonlyMap<string, FileFacts> {
    return this.#factsOf(folder);
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
  refresh(files: readonly vscode.Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      const changes = await this.#readAll(files);
      this.#changed.fire({ origin: 'own', files: changes.map(({ change }) => change) });
    });
  }

  async #start(): Promise<void> {
    this.#reader = new NodeFactsReader(await this.loadCatalog());
    this.#subscriptions.push(
      watchFiles({
        isRelevant: (uri) => this.placeOf(uri) !== undefined,
        isSkipped: (uri) => uri.path.split('/').some((name) => skippedFolders.includes(name)),
        refresh: (files, newFolders) => this.#guard(this.#follow(files, newFolders)),
        remove: (uri) => this.#guard(this.#inTurn(() => this.#remove(uri))),
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#guard(this.#readAgain())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingIds.flowFiles)) this.#guard(this.#readAgain());
      }),
    );
    await this.#inTurn(() => this.#readFolders());
  }

  #follow(files: readonly vscode.Uri[], newFolders: readonly vscode.Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      const inside = await Promise.all(newFolders.map((folder) => this.#findIn(folder)));
      const changes = await this.#readAll([...files, ...inside.flat()]);
      for (const origin of ['typed', 'disk'] as const) {
        const own = changes.filter(({ isUnsaved }) => isUnsaved === (origin === 'typed'));
        if (own.length > 0) this.#changed.fire({ origin, files: own.map(({ change }) => change) });
      }
    });
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
      await this.#readFolders();
    });
  }

  /** The files that matter in a folder; none when it is no folder, or is gone again. */
  async #findIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
    const stat = await vscode.workspace.fs.stat(folder).then(undefined, () => undefined);
    if (!stat || !(stat.type & vscode.FileType.Directory)) return [];
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'), excluded);
    return files.filter((uri) => this.placeOf(uri) !== undefined);
  }

  async #readFolders(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const { globs } = this.#placesIn(folder);
      for (const glob of [`{${placeGlobs.join(',')}}`, ...globs]) {
        const pattern = new vscode.RelativePattern(folder, glob);
        await this.#readAll(await vscode.workspace.findFiles(pattern, excluded));
      }
      const inside = await vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, folderInPlaceOfChart),
        excluded,
      );
      // A folder where a chart should be is found by what lies in it.
      await this.#readAll(inside.map((uri) => vscode.Uri.joinPath(uri, '..')));
    }
    this.#changed.fire({ origin: 'own', files: undefined });
  }

  async #readAll(uris: readonly vscode.Uri[]): Promise<{ change: FileChange; isUnsaved: boolean }[]> {
    const changes: { change: FileChange; isUnsaved: boolean }[] = [];
    const queue = uris.values();
    const worker = async () => {
      for (const uri of queue) {
        const change = await this.#read(uri);
        if (change) changes.push(change);
      }
    };
    await Promise.all(Array.from({ length: parallelReads }, worker));
    return changes;
  }

  async #read(uri: vscode.Uri): Promise<{ change: FileChange; isUnsaved: boolean } | undefined> {
    const located = this.locate(uri);
    const place = this.placeOf(uri);
    if (!located || !place || !this.#reader) return undefined;
    const facts = this.#factsOf(located.folder);
    const reading = await readForIndex(uri, this.documents, place.kind === 'intents');
    let read: FileFacts | undefined;
    if (reading.kind === 'json') {
      await this.#breathe();
      // Parsing and looking into what was parsed are two pieces of work.
      if (place.kind !== 'snapshot' && reading.json.value !== undefined) await this.#breathe();
      read = readFileFacts(place, reading.json, this.#reader);
    } else if (reading.kind === 'trouble') {
      read = unreadFileFacts(place, reading.trouble);
    }
    const before = facts.get(located.path);
    const isUnsaved = reading.kind === 'json' && reading.isUnsaved;
    // While someone types, a file is mostly broken: it says what it said, and nothing is made of it.
    if (isUnsaved && before && hasTrouble(read)) return undefined;
    const after = replaceFacts(before, read);
    if (after) facts.set(located.path, after);
    else facts.delete(located.path);
    const change = factsChange(before, after);
    const { kind } = after ?? before ?? {};
    return change === 'none' || !kind ? undefined : { change: { ...located, kind, change }, isUnsaved };
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
    const { folder } = located;
    const facts = this.#factsOf(folder);
    const files: FileChange[] = [];
    for (const [path, { kind }] of facts) {
      if (isWithin(located.path, path) && facts.delete(path))
        files.push({ folder, path, kind, change: 'all' });
    }
    if (files.length > 0) this.#changed.fire({ origin: 'disk', files });
  }

  #factsOf(folder: vscode.WorkspaceFolder): Map<string, FileFacts> {
    const key = folder.uri.toString();
    const facts = this.#facts.get(key) ?? new Map<string, FileFacts>();
    this.#facts.set(key, facts);
    return facts;
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

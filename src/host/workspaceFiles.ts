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
import type { Disk } from './disk';
import { FolderRescan } from './folderRescan';
import { localize } from './localize';
import type { OpenDocuments } from './openDocuments';
import { readForIndex, stampOf } from './readForIndex';
import { watchFiles } from './watchFiles';

/** A file by its workspace folder and its path in it. */
export interface LocatedFile {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** A file that says something else than before. */
export interface FileChange extends LocatedFile {
  /** `self`: the file is another one, and says the same to all others. */
  readonly change: 'self' | Exclude<FactsChange, 'none'>;
  /** Whether it says nothing any more. */
  readonly isGone: boolean;
}

export interface FilesChange {
  /** What we wrote or set out to read ourselves, what was typed in an open document, or what came over the disk. */
  readonly origin: 'own' | 'typed' | 'disk';
  /** Undefined when everything was read anew. */
  readonly files: readonly FileChange[] | undefined;
}

/** What reading a file anew came to. */
interface Reading {
  /** Its URI. */
  readonly key: string;
  /** See `stampOf`; undefined where nothing was read from disk. */
  readonly stamp: string | undefined;
  readonly isUnsaved: boolean;
  /** Undefined when it says what it said. */
  readonly change: FileChange | undefined;
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
  /** Of the files on disk as they were last read. */
  readonly #stamps = new Map<string, string>();
  readonly #breathe = createBreather();
  readonly #rescan = new FolderRescan((folders) => this.#look(folders));
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#rescan];
  #started: Promise<void> | undefined;
  #lastTurn = Promise.resolve();
  #reader: NodeFactsReader | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly documents: OpenDocuments,
    readonly disk: Disk,
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

  /** What the content of a file on disk was told by when it was last read. */
  stampOf(uri: vscode.Uri): string | undefined {
    return this.#stamps.get(uri.toString());
  }

  /** Reads a file again that is another one on disk than it was, as if the file watcher had told of it. */
  recheck(uri: vscode.Uri): void {
    this.#guard(this.#follow([uri], []));
  }

  /** Reads files again, now; for what we wrote ourselves, so that nothing waits for the file watcher. */
  refresh(files: readonly vscode.Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      const readings = await this.#readAll(files);
      this.#changed.fire({ origin: 'own', files: changesOf(readings) });
      this.#keepStamps(readings);
    });
  }

  async #start(): Promise<void> {
    this.#reader = new NodeFactsReader(await this.loadCatalog());
    this.#subscriptions.push(
      watchFiles({
        isRelevant: (uri) => this.placeOf(uri) !== undefined,
        isSkipped: (uri) => uri.path.split('/').some((name) => skippedFolders.includes(name)),
        gitChanged: () => this.#rescan.lookAgain(),
        refresh: (files, newFolders) => this.#guard(this.#follow(files, newFolders)),
        remove: (uri) => this.#guard(this.#inTurn(() => this.#remove(uri))),
      }),
      // A branch was checked out, a command has ended, somebody comes back: that is when files have changed.
      vscode.window.onDidEndTerminalShellExecution(() => this.#rescan.lookAgain()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#rescan.lookAgain();
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
      this.#tell(await this.#readAll([...files, ...inside.flat()]));
      this.#rescan.add(newFolders);
    });
  }

  #tell(readings: readonly Reading[]): void {
    for (const origin of ['typed', 'disk'] as const) {
      const files = changesOf(readings.filter(({ isUnsaved }) => isUnsaved === (origin === 'typed')));
      if (files.length > 0) this.#changed.fire({ origin, files });
    }
    this.#keepStamps(readings);
  }

  /** Only now that everybody was told: whoever compares must not take for known what is still on its way. */
  #keepStamps(readings: readonly Reading[]): void {
    for (const { key, stamp } of readings) if (stamp !== undefined) this.#stamps.set(key, stamp);
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
    const stat = await this.disk.stat(folder).catch(() => undefined);
    if (!stat?.isFolder) return [];
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'), excluded);
    return files.filter((uri) => this.placeOf(uri) !== undefined);
  }

  async #readFolders(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const { globs } = this.#placesIn(folder);
      const patterns = [`{${placeGlobs.join(',')}}`, ...globs, folderInPlaceOfChart];
      const found = await Promise.all(
        patterns.map((glob) =>
          vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excluded),
        ),
      );
      // A folder where a chart should be is found by what lies in it.
      const folders = found.pop()?.map((uri) => vscode.Uri.joinPath(uri, '..')) ?? [];
      this.#keepStamps(await this.#readAll([...found.flat(), ...folders]));
    }
    this.#changed.fire({ origin: 'own', files: undefined });
  }

  async #readAll(uris: readonly vscode.Uri[]): Promise<Reading[]> {
    const readings: Reading[] = [];
    const queue = uris.values();
    const worker = async () => {
      for (const uri of queue) {
        const reading = await this.#read(uri);
        if (reading) readings.push(reading);
      }
    };
    await Promise.all(Array.from({ length: parallelReads }, worker));
    return readings;
  }

  /** Looks for what is new, changed or gone in folders, and reads only that; whether there was anything. */
  async #look(folders: readonly vscode.Uri[]): Promise<boolean> {
    let isNew = false;
    await this.#inTurn(async () => {
      for (const folder of folders) {
        const files = await this.#findIn(folder);
        const present = new Set(files.map(({ path }) => path));
        const gone = this.#filesIn(folder).filter(({ path }) => !present.has(path));
        const changed = await Promise.all(files.map(async (uri) => ((await this.#isRead(uri)) ? [] : [uri])));
        const readings = await this.#readAll([...gone, ...changed.flat()]);
        this.#tell(readings);
        isNew ||= changesOf(readings).length > 0;
      }
    });
    return isNew;
  }

  /** Whether a file is still the one that was read. */
  async #isRead(uri: vscode.Uri): Promise<boolean> {
    const stamp = this.#stamps.get(uri.toString());
    const stat = await this.disk.stat(uri).catch(() => undefined);
    return stamp !== undefined && stat !== undefined && stampOf(stat) === stamp;
  }

  /** The files in a folder that say something. */
  #filesIn(uri: vscode.Uri): vscode.Uri[] {
    const located = this.locate(uri);
    if (!located) return [];
    return [...this.#factsOf(located.folder).keys()]
      .filter((path) => isWithin(located.path, path))
      .map((path) => vscode.Uri.joinPath(located.folder.uri, path));
  }

  async #read(uri: vscode.Uri): Promise<Reading | undefined> {
    const located = this.locate(uri);
    const place = this.placeOf(uri);
    if (!located || !place || !this.#reader) return undefined;
    const facts = this.#factsOf(located.folder);
    const reading = await readForIndex(uri, this.documents, this.disk, place.kind === 'intents');
    let read: FileFacts | undefined;
    if (reading.kind === 'json') {
      await this.#breathe();
      // Parsing and looking into what was parsed are two pieces of work.
      if (place.kind !== 'snapshot' && reading.json.value !== undefined) await this.#breathe();
      read = readFileFacts(place, reading.json, this.#reader);
    } else if (reading.kind === 'trouble') {
      read = unreadFileFacts(place, reading.trouble);
    }
    const key = uri.toString();
    const stamp = reading.kind === 'json' ? reading.stamp : undefined;
    const isOther = stamp !== undefined && stamp !== this.#stamps.get(key);
    const before = facts.get(located.path);
    const isUnsaved = reading.kind === 'json' && reading.isUnsaved;
    // While someone types, a file is mostly broken: it says what it said, and nothing is made of it.
    if (isUnsaved && before && hasTrouble(read)) return undefined;
    const after = replaceFacts(before, read);
    if (after) facts.set(located.path, after);
    else facts.delete(located.path);
    const ofFacts = factsChange(before, after);
    const change = ofFacts === 'none' && isOther ? 'self' : ofFacts;
    return {
      key,
      isUnsaved,
      stamp,
      change: change === 'none' ? undefined : { ...located, change, isGone: !after },
    };
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
    for (const path of facts.keys()) {
      if (isWithin(located.path, path) && facts.delete(path))
        files.push({ folder, path, change: 'all', isGone: true });
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

function changesOf(readings: readonly Reading[]): FileChange[] {
  return readings.flatMap(({ change }) => change ?? []);
}

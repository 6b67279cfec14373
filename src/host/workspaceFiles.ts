import * as vscode from 'vscode';
import { settingIds } from '../contributions';
import type { Catalog } from '../core/catalog/catalog';
import type { FileFacts } from '../core/connection/fileFacts';
import { createKeepingReader, createNodeFactsReader } from '../core/connection/nodeFacts';
import { skippedFolders, type FilePlace } from '../core/flow/filePlace';
import type { Logger } from '../core/ports';
import { cover } from './cover';
import type { Disk } from './disk';
import { DiskLag } from './diskLag';
import { changesOf, FactsStore, type FileChange, type NodeFactsReaders, type Reading } from './factsStore';
import { findFilesIn, findFilesOf, foldersOf } from './findFiles';
import { FolderRescan } from './folderRescan';
import type { OpenDocuments } from './openDocuments';
import { watchFiles } from './watchFiles';
import { WorkspacePlaces, type LocatedFile } from './workspacePlaces';

export interface FilesChange {
  /** What we wrote or set out to read ourselves, what was typed in an open document, or what came over the disk. */
  readonly origin: 'own' | 'typed' | 'disk';
  /** Undefined when everything was read anew. */
  readonly files: readonly FileChange[] | undefined;
}

/**
 * Keeps true what the files of the workspace say: all are read once, then those of which the file watcher and the open
 * documents tell; open documents override the disk. Nothing is read before `start`.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #places: WorkspacePlaces;
  readonly #store: FactsStore;
  readonly #changed = new vscode.EventEmitter<FilesChange>();
  readonly #rescan = new FolderRescan((folders) => this.#look(folders));
  /** Whoever judges waits while it is behind: what is known may be half of what is there. */
  readonly lag = new DiskLag();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#rescan, this.lag];
  #started: Promise<void> | undefined;
  #lastTurn = Promise.resolve();
  #looks = 0;
  #readers: NodeFactsReaders | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    documents: OpenDocuments,
    readonly disk: Disk,
    private readonly loadCatalog: () => Promise<Catalog>,
    private readonly log: Logger,
    private readonly watch = watchFiles,
  ) {
    this.#places = new WorkspacePlaces(log);
    this.#store = new FactsStore(this.#places, documents, disk);
  }

  /** Resolves once every file was read; every call gets the same promise. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** What the files of a folder say, by path. */
  factsOf(folder: vscode.WorkspaceFolder): ReadonlyMap<string, FileFacts> {
    return this.#store.of(folder);
  }

  /** Where a file is; undefined outside the workspace. */
  locate(uri: vscode.Uri): LocatedFile | undefined {
    return this.#places.locate(uri);
  }

  /** What a file is by its place; undefined for what doesn't matter. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    return this.#places.placeOf(uri);
  }

  /** What the content of a file on disk was told by when it was last read. */
  stampOf(uri: vscode.Uri): string | undefined {
    return this.#store.stampOf(uri);
  }

  /** Whether the content of a file that was told of is the one on disk. */
  isCurrent(uri: vscode.Uri): Promise<boolean> {
    return this.#store.isRead(uri);
  }

  /** The files on disk whose contents are others than when this was last called. */
  takeOthers(): vscode.Uri[] {
    return this.#store.takeOthers();
  }

  /** Whether folders are being looked through, so that there may be more than was told of. */
  get isLooking(): boolean {
    return this.#looks > 0;
  }

  /** Reads a file again that is another one on disk than it was, as if the file watcher had told of it. */
  recheck(uri: vscode.Uri): void {
    this.#guard(this.lag.during(() => this.#follow([uri], [])));
  }

  /** Reads files again, now; for what we wrote ourselves, so that nothing waits for the file watcher. */
  refresh(files: readonly vscode.Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      const readings = await this.#read(files);
      this.#changed.fire({ origin: 'own', files: changesOf(readings) });
      this.#store.keepStamps(readings);
    });
  }

  async #start(): Promise<void> {
    const catalog = await this.loadCatalog();
    this.#readers = { once: createNodeFactsReader(catalog), keeping: createKeepingReader(catalog) };
    this.#subscriptions.push(
      this.watch({
        isRelevant: (uri) => this.placeOf(uri) !== undefined,
        isSkipped: (uri) => uri.path.split('/').some((name) => skippedFolders.includes(name)),
        gitChanged: () => this.#rescan.lookAgain(),
        stir: () => this.lag.stir(),
        refresh: (files, made) => {
          const follow = () => this.#follow(files, made);
          // Of what is typed in open documents nobody waits for more.
          this.#guard(this.lag.isBehind ? this.lag.during(follow) : follow());
        },
        remove: (uri) => this.#guard(this.lag.during(() => this.#inTurn(() => this.#lookForGone(uri)))),
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
    await this.#inTurn(() => this.lag.during(() => this.#readFolders()));
  }

  /** `made` are files that don't matter, and folders in which there may be some that do. */
  #follow(files: readonly vscode.Uri[], made: readonly vscode.Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      const newFolders = await foldersOf(made, this.disk);
      const inside = await Promise.all(cover(newFolders).map((folder) => this.#findIn(folder)));
      this.#tell(await this.#read([...files, ...(await this.#otherThanRead(inside.flat()))]));
      this.#rescan.add(newFolders);
    });
  }

  #tell(readings: readonly Reading[]): void {
    // The disk first: while files come over it, what is typed shows with them.
    for (const origin of ['disk', 'typed'] as const) {
      const files = changesOf(readings.filter(({ isUnsaved }) => isUnsaved === (origin === 'typed')));
      if (files.length > 0) this.#changed.fire({ origin, files });
    }
    this.#store.keepStamps(readings);
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
      this.#store.clear();
      this.#places.clear();
      await this.lag.during(() => this.#readFolders());
    });
  }

  async #readFolders(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      this.#store.keepStamps(await this.#read(await findFilesOf(folder, this.#places)));
    }
    this.#changed.fire({ origin: 'own', files: undefined });
  }

  /** Looks for what is new, changed or gone in folders, and reads only that; whether there was anything. */
  async #look(folders: readonly vscode.Uri[]): Promise<boolean> {
    let isNew = false;
    this.#looks++;
    await this.#inTurn(async () => {
      for (const folder of folders) {
        const files = await this.#findIn(folder);
        const present = new Set(files.map(({ path }) => path));
        const gone = this.#store.filesIn(folder).filter(({ path }) => !present.has(path));
        const others = [...gone, ...(await this.#otherThanRead(files))];
        if (others.length === 0) continue;
        await this.lag.during(async () => {
          const readings = await this.#read(others);
          this.#tell(readings);
          isNew ||= changesOf(readings).length > 0;
        });
      }
    }).finally(() => this.#looks--);
    return isNew;
  }

  /**
   * Looks again at all that was known there: the file watcher may tell late, when something is back in its place. Of a
   * folder that is made anew at once it may not tell at all.
   */
  async #lookForGone(uri: vscode.Uri): Promise<void> {
    const files = this.#store.filesIn(uri);
    this.#tell(await this.#read(await this.#otherThanRead(files)));
    if (files.some(({ path }) => path !== uri.path)) this.#rescan.add([uri]);
  }

  async #otherThanRead(files: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
    const others = files.map(async (uri) => ((await this.#store.isRead(uri)) ? [] : [uri]));
    return (await Promise.all(others)).flat();
  }

  #findIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
    return findFilesIn(folder, this.#places, this.disk);
  }

  async #read(uris: readonly vscode.Uri[]): Promise<Reading[]> {
    return this.#readers ? this.#store.read(uris, this.#readers) : [];
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => this.log.error('Reading the workspace', error));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { FileFacts } from '../core/connection/fileFacts';
import { createKeepingReader, createNodeFactsReader } from '../core/connection/nodeFacts';
import { DiskFollower } from '../core/files/diskFollower';
import { everything, type FollowedDisk, type News } from '../core/files/followedDisk';
import type { FilePlace } from '../core/flow/filePlace';
import type { Logger, Timers } from '../core/ports';
import { CountedFiles } from './countedFiles';
import type { Disk } from './disk';
import { FactsStore, type FileChange, type NodeFactsReaders } from './factsStore';
import type { OpenDocuments } from './openDocuments';
import { stampOf } from './readForIndex';
import { watchFiles } from './watchFiles';
import { placeSettings, WorkspacePlaces, type LocatedFile } from './workspacePlaces';

/** What the files say differently than before. */
export interface FilesChange {
  /** The files that do; undefined when everything was read anew. */
  readonly files: readonly FileChange[] | undefined;
  /** Of those on disk the ones whose content is another one: after a clone few, though all files were gone. */
  readonly others: readonly vscode.Uri[];
  /** Whether all of it was typed in open documents, so that more is likely to come at once. */
  readonly isTyped: boolean;
}

export interface FilesPorts {
  readonly documents: OpenDocuments;
  readonly disk: Disk;
  readonly timers: Timers;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly log: Logger;
  /** In the place of VS Code's watchers. */
  readonly watch?: typeof watchFiles;
}

/**
 * What the files of the workspace say: all are read once, then those that differ where events say to look; open
 * documents override the disk. `DiskFollower` says when; nothing is read before `start`.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #places: WorkspacePlaces;
  readonly #store: FactsStore;
  readonly #counted: CountedFiles;
  readonly #follower: DiskFollower;
  readonly #changed = new vscode.EventEmitter<FilesChange>();
  readonly #rested = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#rested];
  #started: Promise<void> | undefined;
  #readers: NodeFactsReaders | undefined;

  /** Fires when the files say something else than before, and the disk is at rest. */
  readonly onDidChange = this.#changed.event;
  /** Fires when nothing is on the way any more, though nothing has changed. */
  readonly onDidRest = this.#rested.event;

  constructor(private readonly ports: FilesPorts) {
    const { documents, disk, timers, log } = ports;
    this.#places = new WorkspacePlaces(log);
    this.#store = new FactsStore(this.#places, documents, disk);
    this.#counted = new CountedFiles(this.#places, disk, log);
    this.#follower = new DiskFollower(this.#followed(this.#counted), timers, log, {
      changed: (news) => this.#tell(news),
      rested: () => this.#rested.fire(),
    });
    this.#subscriptions.push(this.#follower);
  }

  get disk(): Disk {
    return this.ports.disk;
  }

  /** Resolves once every file was read; every call gets the same promise. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** What the files of a folder say, by path. */
  factsOf(folder: vscode.WorkspaceFolder): ReadonlyMap<string, FileFacts> {
    return this.#store.of(folder);
  }

  /** Whether a workspace folder could not be read when all files were listed last. */
  isUnreadable(folder: vscode.WorkspaceFolder): boolean {
    return this.#counted.isUnreadable(folder);
  }

  /** Where a file is; undefined outside the workspace. */
  locate(uri: vscode.Uri): LocatedFile | undefined {
    return this.#places.locate(uri);
  }

  /** What a file is by its place; undefined for what doesn't matter. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    return this.#places.placeOf(uri);
  }

  /** Whether files are coming over the disk, so that what is here of them may be half of it. */
  get isSettling(): boolean {
    return this.#follower.isSettling;
  }

  /**
   * Whether a file on the disk, by its stamp or as it was last read, is the one that was reported. If not, it will be,
   * and its turn comes then.
   */
  isCurrent(uri: vscode.Uri, stamp?: string): Promise<boolean> {
    return this.#follower.isCurrent(uri.toString(), stamp);
  }

  /** Reads files again, now; for what we wrote ourselves, so that nothing waits for the file watcher. */
  refresh(files: readonly vscode.Uri[]): Promise<void> {
    return this.#follower.refresh(files.map(String));
  }

  async #start(): Promise<void> {
    const catalog = await this.ports.loadCatalog();
    this.#readers = { once: createNodeFactsReader(catalog), keeping: createKeepingReader(catalog) };
    const look = (uri: vscode.Uri) => this.#follower.look(uri.toString());
    this.#subscriptions.push(
      (this.ports.watch ?? watchFiles)({
        look: (uri) => {
          if (this.#mayHold(uri)) look(uri);
        },
        lookAtFile: (uri) => {
          if (this.placeOf(uri)) look(uri);
        },
        lookEverywhere: () => this.#follower.look(everything),
        readTyped: (uri) => {
          if (this.placeOf(uri)) this.#follower.readTyped(uri.toString());
        },
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#readAgain()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (placeSettings.some((setting) => event.affectsConfiguration(setting))) this.#readAgain();
      }),
    );
    await this.#follower.readAll();
  }

  /** Whether something that matters may be at a path, or in it. */
  #mayHold(uri: vscode.Uri): boolean {
    const located = this.locate(uri);
    return located !== undefined && !this.#places.in(located.folder).isSkipped(located.path);
  }

  #followed(counted: CountedFiles): FollowedDisk {
    return {
      matters: counted.matters,
      list: (scopes) => counted.list(scopes),
      stamp: async (path) => {
        const stat = await this.disk.stat(vscode.Uri.parse(path, true)).catch(() => undefined);
        return stat && stampOf(stat);
      },
      read: async (paths, gone) => (this.#readers ? this.#store.read(paths, gone, this.#readers) : []),
    };
  }

  /** All anew: folders may lie in each other, and then a file changes its owner. */
  #readAgain(): void {
    const clear = () => {
      this.#store.clear();
      this.#places.clear();
    };
    this.#follower
      .readAll(clear)
      .catch((error: unknown) => this.ports.log.error('Reading the workspace again', error));
  }

  #tell({ files, isTyped }: News): void {
    const located = files?.flatMap(({ path, change }) => {
      const file = this.locate(vscode.Uri.parse(path, true));
      return file ? [{ ...file, change }] : [];
    });
    this.#changed.fire({ files: located, others: this.#store.takeOthers(), isTyped });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

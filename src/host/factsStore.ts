import * as vscode from 'vscode';
import type { ChangedFile } from '../core/connection/concernedFiles';
import { factsChange } from '../core/connection/factsChange';
import type { FileFacts } from '../core/connection/fileFacts';
import type { NodeFactsReader } from '../core/connection/nodeFacts';
import { readFileFacts, replaceFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import type { Reading } from '../core/files/followedDisk';
import { createBreather } from './breather';
import type { Disk } from './disk';
import type { OpenDocuments } from './openDocuments';
import { readForIndex } from './readForIndex';
import type { LocatedFile, WorkspacePlaces } from './workspacePlaces';

/** A file that says something else than before. */
export type FileChange = LocatedFile & ChangedFile;

/** What nodes say, read once from a file, or again and again from a document that is edited. */
export interface NodeFactsReaders {
  readonly once: NodeFactsReader;
  readonly keeping: NodeFactsReader;
}

/** Reading many small files is waiting for the disk; more at a time gains nothing. */
const parallelReads = 8;

/** Where a file is not, its unsaved changes still count. */
const nowhere: Pick<Disk, 'stat' | 'read'> = {
  stat: () => Promise.resolve(undefined),
  read: () => Promise.reject(new Error('There is no such file.')),
};

/** What each file says, without its text, as it was last read. It reads what it is told to, and tells nobody. */
export class FactsStore {
  readonly #facts = new Map<string, Map<string, FileFacts>>();
  /** Of the texts of files on disk, kept when they are gone. */
  readonly #fingerprints = new Map<string, number>();
  /** What those were that have been taken anew since `takeOthers`. */
  readonly #formerFingerprints = new Map<string, number | undefined>();
  readonly #breathe = createBreather();

  constructor(
    private readonly places: WorkspacePlaces,
    private readonly documents: OpenDocuments,
    private readonly disk: Disk,
  ) {}

  /** What the files of a folder say, by path. */
  of(folder: vscode.WorkspaceFolder): ReadonlyMap<string, FileFacts> {
    return this.#of(folder);
  }

  /** Reads files, each a URI; `gone` are those that were not found. */
  async read(
    paths: readonly string[],
    gone: ReadonlySet<string>,
    readers: NodeFactsReaders,
  ): Promise<Reading[]> {
    const readings: Reading[] = [];
    const queue = paths.values();
    const worker = async () => {
      for (const path of queue) {
        const reading = await this.#read(path, gone.has(path), readers);
        if (reading) readings.push(reading);
      }
    };
    await Promise.all(Array.from({ length: parallelReads }, worker));
    return readings;
  }

  /**
   * The files on disk whose contents are others than when this was last called: of a clone only a few, though all
   * were gone, and some may have been read while they were written by half.
   */
  takeOthers(): vscode.Uri[] {
    const others = [...this.#formerFingerprints].filter(
      ([key, former]) => former !== this.#fingerprints.get(key),
    );
    this.#formerFingerprints.clear();
    return others.map(([key]) => vscode.Uri.parse(key, true));
  }

  /** For when every file is read again. */
  clear(): void {
    this.#facts.clear();
  }

  async #read(path: string, isGone: boolean, readers: NodeFactsReaders): Promise<Reading | undefined> {
    const uri = vscode.Uri.parse(path, true);
    const located = this.places.locate(uri);
    if (!located) return undefined;
    // What is gone may have no place any more.
    const place = this.places.placeOf(uri);
    const reading = place
      ? await readForIndex(uri, this.documents, isGone ? nowhere : this.disk, place.kind === 'intents')
      : ({ kind: 'gone' } as const);
    let read: FileFacts | undefined;
    if (place && reading.kind === 'json') {
      await this.#breathe();
      // Parsing and looking into what was parsed are two pieces of work.
      if (place.kind !== 'snapshot' && reading.json.value !== undefined) await this.#breathe();
      const { once, keeping } = readers;
      read = readFileFacts(place, reading.json, reading.isUnsaved ? keeping : once);
    } else if (place && reading.kind === 'trouble') {
      read = unreadFileFacts(place, reading.trouble);
    }
    const facts = this.#of(located.folder);
    const before = facts.get(located.path);
    const isUnsaved = reading.kind === 'json' && reading.isUnsaved;
    // While someone types, a file is mostly broken: it says what it said, and nothing is made of it.
    if (isUnsaved && before && hasTrouble(read)) return undefined;
    const after = replaceFacts(before, read);
    if (after) facts.set(located.path, after);
    else facts.delete(located.path);
    if (reading.kind === 'json') this.#keepFingerprint(path, reading.fingerprint);
    return {
      path,
      change: factsChange(before, after),
      isGone: !after,
      isUnsaved,
      stamp: reading.kind === 'gone' ? undefined : reading.stamp,
    };
  }

  #keepFingerprint(key: string, fingerprint: number | undefined): void {
    if (fingerprint === undefined) return;
    const former = this.#fingerprints.get(key);
    if (!this.#formerFingerprints.has(key)) this.#formerFingerprints.set(key, former);
    this.#fingerprints.set(key, fingerprint);
  }

  #of(folder: vscode.WorkspaceFolder): Map<string, FileFacts> {
    const key = folder.uri.toString();
    const facts = this.#facts.get(key) ?? new Map<string, FileFacts>();
    this.#facts.set(key, facts);
    return facts;
  }
}

function hasTrouble(facts: FileFacts | undefined): boolean {
  if (facts?.kind === 'connectionsFile') return facts.file.trouble !== undefined;
  return (facts?.kind === 'flow' || facts?.kind === 'connectionResource') && facts.trouble !== undefined;
}

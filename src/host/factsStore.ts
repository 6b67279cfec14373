import * as vscode from 'vscode';
import type { ChangedFile } from '../core/connection/concernedFiles';
import { factsChange } from '../core/connection/factsChange';
import type { FileFacts } from '../core/connection/fileFacts';
import type { NodeFactsReader } from '../core/connection/nodeFacts';
import { readFileFacts, replaceFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import { isWithin } from '../core/flow/filePlace';
import { createBreather } from './breather';
import type { Disk } from './disk';
import type { OpenDocuments } from './openDocuments';
import { readForIndex, stampOf } from './readForIndex';
import type { LocatedFile, WorkspacePlaces } from './workspacePlaces';

/** A file that says something else than before. */
export interface FileChange extends LocatedFile, ChangedFile {
  /** Whether it says nothing any more. */
  readonly isGone: boolean;
}

/** What reading a file anew came to. */
export interface Reading {
  /** Its URI. */
  readonly key: string;
  /** See `stampOf`; undefined where nothing was read from disk. */
  readonly stamp: string | undefined;
  readonly isUnsaved: boolean;
  /** Undefined when it says what it said. */
  readonly change: FileChange | undefined;
}

/** What nodes say, read once from a file, or again and again from a document that is edited. */
export interface NodeFactsReaders {
  readonly once: NodeFactsReader;
  readonly keeping: NodeFactsReader;
}

/** Reading many small files is waiting for the disk; more at a time gains nothing. */
const parallelReads = 8;

/** What each file says, without its text, as it was last read. It reads what it is told to, and tells nobody. */
export class FactsStore {
  readonly #facts = new Map<string, Map<string, FileFacts>>();
  /** Of the files on disk as they were last read. */
  readonly #stamps = new Map<string, string>();
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

  /** The files in any folder that say something. */
  filesIn(uri: vscode.Uri): vscode.Uri[] {
    const located = this.places.locate(uri);
    if (!located) return [];
    return [...this.of(located.folder).keys()]
      .filter((path) => isWithin(located.path, path))
      .map((path) => vscode.Uri.joinPath(located.folder.uri, path));
  }

  stampOf(uri: vscode.Uri): string | undefined {
    return this.#stamps.get(uri.toString());
  }

  /** Only once everybody was told: whoever compares must not take for known what is still on its way. */
  keepStamps(readings: readonly Reading[]): void {
    for (const { key, stamp, isUnsaved } of readings) {
      if (stamp !== undefined) this.#stamps.set(key, stamp);
      else if (!isUnsaved) this.#stamps.delete(key);
    }
  }

  /** Whether a file is still the one that was read. */
  async isRead(uri: vscode.Uri): Promise<boolean> {
    const stamp = this.stampOf(uri);
    const stat = await this.disk.stat(uri).catch(() => undefined);
    return stamp !== undefined && stat !== undefined && stampOf(stat) === stamp;
  }

  async read(uris: readonly vscode.Uri[], readers: NodeFactsReaders): Promise<Reading[]> {
    const readings: Reading[] = [];
    const queue = uris.values();
    const worker = async () => {
      for (const uri of queue) {
        const reading = await this.#read(uri, readers);
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

  async #read(uri: vscode.Uri, readers: NodeFactsReaders): Promise<Reading | undefined> {
    const located = this.places.locate(uri);
    const place = this.places.placeOf(uri);
    if (!located || !place) return undefined;
    const facts = this.#of(located.folder);
    const reading = await readForIndex(uri, this.documents, this.disk, place.kind === 'intents');
    let read: FileFacts | undefined;
    if (reading.kind === 'json') {
      await this.#breathe();
      // Parsing and looking into what was parsed are two pieces of work.
      if (place.kind !== 'snapshot' && reading.json.value !== undefined) await this.#breathe();
      const { once, keeping } = readers;
      read = readFileFacts(place, reading.json, reading.isUnsaved ? keeping : once);
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
    if (reading.kind === 'json') this.#keepFingerprint(key, reading.fingerprint);
    return {
      key,
      isUnsaved,
      stamp,
      change: change === 'none' ? undefined : { ...located, change, isGone: !after },
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

/** What is said differently after files were read. */
export function changesOf(readings: readonly Reading[]): FileChange[] {
  return readings.flatMap(({ change }) => change ?? []);
}

import type { PlaceOf } from '../core/flow/filePlace';

/** The text of a file, without its byte order mark. */
export interface SourceText {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/** One workspace folder, or one package: files that may know of each other. */
export interface TextSource {
  /** The folder's own name, for projects that have no other. */
  readonly name: string;
  /** Paths relative to the source, with `/`. */
  readonly paths: readonly string[];
  /** The only paths to report on; undefined for all. */
  readonly only?: ReadonlySet<string>;
  /** Those among them that were asked for by name: they should be flow files, or what belongs to them. */
  readonly named?: ReadonlySet<string>;
  readonly placeOf: PlaceOf;
  read(path: string): Promise<SourceText>;
  /** The path as the user should see it. */
  display(path: string): string;
  /** The file on disk, absolute with `/`: in a package the archive. */
  onDisk(path: string): string;
}

export interface OpenedSources {
  readonly sources: readonly TextSource[];
  /** A sentence for each path that could not be opened. */
  readonly unreadable: readonly string[];
  /** A sentence for each file that nobody asked for by name and that can't be looked into: no reason to fail. */
  readonly notes: readonly string[];
  /** A sentence for each path that was asked for and has nothing to check. */
  readonly empty: readonly string[];
}

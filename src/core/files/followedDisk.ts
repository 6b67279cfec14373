import type { ChangedFile } from '../connection/concernedFiles';
import type { FactsChange } from '../connection/factsChange';

/** The scope that holds all there is; every other scope is the path of a file or a folder. */
export const everything = '';

/**
 * What following the disk takes. Paths have `/` between their parts and none at the end; nothing else is asked of them,
 * so that they may be URIs.
 */
export interface FollowedDisk {
  /** Whether a path is that of a file that matters, be it there or not. */
  matters(path: string): boolean;
  /** The files in some scopes; a path of a file that matters need not be looked at for that. */
  list(scopes: readonly string[]): Promise<Listing>;
  /** Tells the content of a file from an earlier one; undefined where no file is. */
  stamp(path: string): Promise<string | undefined>;
  /** Reads files, and takes what they say for known. `gone` are those that were looked for and not found. */
  read(paths: readonly string[], gone: ReadonlySet<string>): Promise<readonly Reading[]>;
}

export interface Listing {
  /** The files that matter. */
  readonly files: readonly string[];
  /** Those of the scopes that are folders. */
  readonly folders: readonly string[];
}

/** What reading a file came to. */
export interface Reading {
  readonly path: string;
  readonly change: FactsChange;
  /** Whether it says nothing any more. */
  readonly isGone: boolean;
  /** Whether an open document was read in its place. */
  readonly isUnsaved: boolean;
  /** As of right before it was read; undefined for what was not read from the disk. */
  readonly stamp: string | undefined;
}

/** What is known differently than before. */
export interface News {
  /** Undefined when everything was read anew. */
  readonly files: readonly ChangedFile[] | undefined;
  /** Whether all of it was typed in open documents, so that more is likely to come at once. */
  readonly isTyped: boolean;
}

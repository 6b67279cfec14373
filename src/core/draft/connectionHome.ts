import type { Connection } from '../connection/connection';
import type { CredentialHolder } from '../connection/credentialVault';
import type { Project } from '../connection/projects';

export type SaveOutcome =
  /** `fileId` is what the Connection's credentials are stored under. */
  | { readonly kind: 'saved'; readonly fileId: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' };

/** The project of a Connection that is edited, and the file that registers it; each host has its own. */
export interface ConnectionHome {
  /** The URI of the connections file, be it there or not. */
  readonly id: string;
  /** What the project's files say now; undefined once its folder is no longer open. */
  readonly project: Project | undefined;
  /** The name of the workspace folder. */
  readonly folderName: string;
  /** Whether another open project has a connections file with the same id. */
  readonly isFileIdShared: boolean;
  /** Resolves once every file of the workspace was read. */
  ready(): Promise<void>;
  /** Whether the workspace folder is still on disk. */
  isFolderThere(): Promise<boolean>;
  /** Adds the Connection to the connections file, or changes the entry it has there. */
  save(connection: Connection): Promise<SaveOutcome>;
  /** Gives the connections file an id of its own. */
  separate(): Promise<SaveOutcome>;
  /** Where a connections file lies, for people. */
  labelOf(holder: CredentialHolder): string;
}

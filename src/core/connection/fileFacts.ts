import type { ConnectionUse } from '../flow/connectionUse';
import type { FilePlace } from '../flow/filePlace';
import type { FlowOutline, FlowResource, Locale } from '../flow/flowOutline';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';
import type { ConnectionsFile } from './connectionsFile';

/** What one file says, without its text: all that the view and the rules of other files need of it. */
export type FileFacts =
  | FlowFacts
  | ConnectionsFileFacts
  | ResourceFacts
  | LlmResourceFacts
  | CliConfigFacts
  | RuleSettingsFacts
  | GitignoreFacts
  | SnapshotFacts
  | FlowResourceFacts
  | LocalesFacts
  | IntentsFacts;

export interface FlowFacts {
  readonly kind: 'flow';
  readonly place: FlowPlace;
  /** How many nodes the file holds. */
  readonly nodes: number;
  readonly uses: readonly ConnectionUse[];
  /** Values that are uses if the project declares a Connection of that Reference ID; see `candidateUses`. */
  readonly candidates: readonly ConnectionUse[];
  /** Every UUID in a config, fields that count for nothing too: a Connection that stands here is not unused. */
  readonly mentions: ReadonlySet<ReferenceId>;
  /** What the rules of other files may ask. */
  readonly outline: FlowOutline;
  /** Why the file could not be read, or not in full. */
  readonly trouble?: FileTrouble;
}

export interface ConnectionsFileFacts {
  readonly kind: 'connectionsFile';
  readonly place: ConnectionsFilePlace;
  readonly file: ConnectionsFile;
}

export interface ResourceFacts {
  readonly kind: 'connectionResource';
  readonly root: string;
  /** Undefined while the file can't be read. */
  readonly connection: Connection | undefined;
  readonly trouble?: FileTrouble;
}

/** An LLM resource of the platform, which reaches its provider through a Connection. */
export interface LlmResourceFacts {
  readonly kind: 'llmResource';
  readonly root: string;
  /** Undefined when it names none. */
  readonly use: ConnectionUse | undefined;
  readonly trouble?: FileTrouble;
}

export interface CliConfigFacts {
  readonly kind: 'cliConfig';
  readonly folder: string;
  readonly agentDir: string;
}

/** The text of `.cognigy/validation.json`, small, for the rules to read. */
export interface RuleSettingsFacts {
  readonly kind: 'ruleSettings';
  readonly text: string;
}

/** The text of a `.gitignore`, which says what is no part of the project. */
export interface GitignoreFacts {
  readonly kind: 'gitignore';
  readonly text: string;
}

/** A snapshot, encrypted as a whole: that it is there is all there is to say. */
export interface SnapshotFacts {
  readonly kind: 'snapshot';
}

export interface FlowResourceFacts {
  readonly kind: 'flowResource';
  readonly root: string;
  /** Undefined while the file can't be read. */
  readonly resource: FlowResource | undefined;
}

export interface LocalesFacts {
  readonly kind: 'locales';
  readonly root: string;
  /** Undefined while the file can't be read. */
  readonly locales: readonly Locale[] | undefined;
}

/** That the file is there is all there is to say. */
export interface IntentsFacts {
  readonly kind: 'intents';
  readonly root: string;
}

export type FlowPlace = Extract<FilePlace, { kind: 'flow' | 'packageNode' | 'packageChart' }>;
export type ConnectionsFilePlace = Extract<FilePlace, { kind: 'connectionsFile' }>;

export type FileTrouble =
  | { readonly kind: 'syntax'; /** 1-based. */ readonly line: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'tooDeep' }
  | { readonly kind: 'notAFile' }
  | { readonly kind: 'failed' };

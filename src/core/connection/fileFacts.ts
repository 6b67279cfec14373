import type { Catalog } from '../catalog/catalog';
import { connectionUses, type ConnectionUse } from '../flow/connectionUse';
import type { FilePlace } from '../flow/filePlace';
import { readFlow, type Flow } from '../flow/flow';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import {
  outlineFlow,
  readFlowResource,
  readLocales,
  type FlowOutline,
  type FlowResource,
  type Locale,
} from '../flow/flowOutline';
import { JsonDocument } from '../json/jsonDocument';
import { LineIndex } from '../json/lineIndex';
import { asString, isObject } from '../json/narrow';
import type { Connection } from './connection';
import { readConnectionResource } from './connectionResource';
import { readConnectionsFile, type ConnectionsFile } from './connectionsFile';

/** What one file says, without its text: all that the view and the rules of other files need of it. */
export type FileFacts =
  | FlowFacts
  | ConnectionsFileFacts
  | ResourceFacts
  | CliConfigFacts
  | RuleSettingsFacts
  | FlowResourceFacts
  | LocalesFacts
  | IntentsFacts;

export interface FlowFacts {
  readonly kind: 'flow';
  readonly place: FlowPlace;
  /** How many nodes the file holds. */
  readonly nodes: number;
  readonly uses: readonly ConnectionUse[];
  /** Every config value that is a UUID, whatever its key: a Connection that stands here is not unused. */
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
  | { readonly kind: 'notAFile' }
  | { readonly kind: 'failed' };

/** The CLI's default for `agentDir`. */
const defaultAgentDir = './agent';

/** Reads a file's text by its place; undefined when the text is something else than its place promises. */
export function readFileFacts(place: FilePlace, text: string, catalog: Catalog): FileFacts | undefined {
  switch (place.kind) {
    case 'connectionsFile':
      return { kind: 'connectionsFile', place, file: readConnectionsFile(text) };
    case 'flowResource':
      return {
        kind: 'flowResource',
        root: place.root,
        resource: readFlowResource(new JsonDocument(text).value),
      };
    case 'locales':
      return { kind: 'locales', root: place.root, locales: readLocales(new JsonDocument(text).value) };
    case 'intents':
      return { kind: 'intents', root: place.root };
    case 'flow':
    case 'packageNode':
    case 'packageChart':
      return readFlowFacts(place, new JsonDocument(text), catalog);
    case 'connectionResource': {
      const document = new JsonDocument(text);
      const connection = readConnectionResource(document.value);
      const trouble = findTrouble(document);
      if (!connection && !trouble) return undefined;
      return { kind: 'connectionResource', root: place.root, connection, ...(trouble && { trouble }) };
    }
    case 'ruleSettings':
      return { kind: 'ruleSettings', text };
    case 'cliConfig': {
      const { value } = new JsonDocument(text);
      if (!isObject(value) || typeof value.agent !== 'string') return undefined;
      return {
        kind: 'cliConfig',
        folder: place.folder,
        agentDir: asString(value.agentDir) ?? defaultAgentDir,
      };
    }
  }
}

function readFlowFacts(place: FlowPlace, document: JsonDocument, catalog: Catalog): FlowFacts {
  const flow = readFlow(document.value);
  const trouble = findTrouble(document);
  return {
    kind: 'flow',
    place,
    nodes: flow.nodes.length,
    uses: flow.nodes.flatMap((node) => connectionUses(node, catalog)),
    mentions: mentionsIn(flow),
    outline: outlineFlow(flow),
    ...(trouble && { trouble }),
  };
}

function mentionsIn(flow: Flow): Set<ReferenceId> {
  const mentions = new Set<ReferenceId>();
  for (const { configs } of flow.nodes) {
    for (const { value } of configs) {
      for (const key in value) {
        const referenceId = toReferenceId(value[key]);
        if (referenceId) mentions.add(referenceId);
      }
    }
  }
  return mentions;
}

function findTrouble(document: JsonDocument): FileTrouble | undefined {
  if (document.text.trim() === '') return { kind: 'empty' };
  if (!document.syntaxError) return undefined;
  return { kind: 'syntax', line: new LineIndex(document.text).at(document.syntaxError.offset).line };
}

/** What is left to say of a file whose text can't be had. */
export function unreadFileFacts(place: FilePlace, trouble: FileTrouble): FileFacts | undefined {
  switch (place.kind) {
    case 'flow':
    case 'packageNode':
    case 'packageChart':
      return {
        kind: 'flow',
        place,
        nodes: 0,
        uses: [],
        mentions: new Set(),
        outline: outlineFlow(readFlow(undefined)),
        trouble,
      };
    case 'flowResource':
      return { kind: 'flowResource', root: place.root, resource: undefined };
    case 'locales':
      return { kind: 'locales', root: place.root, locales: undefined };
    case 'intents':
      return { kind: 'intents', root: place.root };
    case 'connectionsFile':
      return {
        kind: 'connectionsFile',
        place,
        file: { id: '', connections: [], trouble: { kind: 'unreadable', line: 1 } },
      };
    case 'connectionResource':
      return { kind: 'connectionResource', root: place.root, connection: undefined, trouble };
    case 'ruleSettings':
    case 'cliConfig':
      return undefined;
  }
}

/**
 * The facts to keep when a file has changed: a file that can't be read for now keeps what it last said, so that
 * nothing flashes while someone types or a merge is under way.
 */
export function replaceFacts(
  before: FileFacts | undefined,
  after: FileFacts | undefined,
): FileFacts | undefined {
  if (after?.kind === 'connectionsFile' && before?.kind === 'connectionsFile') {
    const { trouble } = after.file;
    if (trouble && trouble.kind !== 'newerVersion') return { ...after, file: { ...before.file, trouble } };
  }
  if (after?.kind === 'flow' && before?.kind === 'flow' && after.trouble) {
    return { ...before, trouble: after.trouble };
  }
  if (after?.kind === 'connectionResource' && before?.kind === 'connectionResource' && after.trouble) {
    return { ...before, trouble: after.trouble };
  }
  return after;
}

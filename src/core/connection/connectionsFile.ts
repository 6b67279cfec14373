import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import { JsonDocument } from '../json/jsonDocument';
import { LineIndex } from '../json/lineIndex';
import { asArray, asString, isObject } from '../json/narrow';
import type { Connection } from './connection';

/** The newest version of the format that we write. */
export const connectionsFileVersion = 1;

/** Why a connections file is not simply taken as it stands. */
export type ConnectionsFileTrouble =
  | { readonly kind: 'unreadable'; /** 1-based. */ readonly line: number }
  | { readonly kind: 'conflict'; /** 1-based. */ readonly line: number }
  | { readonly kind: 'newerVersion' };

export interface ConnectionsFile {
  /** A UUID of the file itself; empty where the file has none. */
  readonly id: string;
  readonly agentDir?: string;
  readonly environment?: string;
  readonly connections: readonly Connection[];
  readonly trouble?: ConnectionsFileTrouble;
}

/** Reads the text of `.cognigy/connections*.json`. A broken text gives what can be read of it, with its trouble. */
export function readConnectionsFile(text: string): ConnectionsFile {
  const document = new JsonDocument(text);
  const root = isObject(document.value) ? document.value : {};
  const agentDir = asString(root.agentDir);
  const environment = asString(root.environment);
  const trouble = findTrouble(text, document);
  return {
    id: toFileId(root.id),
    ...(agentDir !== undefined && { agentDir }),
    ...(environment !== undefined && { environment }),
    connections: asArray(root.connections).flatMap((entry) => toConnection(entry) ?? []),
    ...(trouble && { trouble }),
  };
}

/**
 * The id under which credentials are kept; empty for none, and for one that would be no part of a key of the secret storage:
 * nobody would find again what is stored under it.
 */
function toFileId(value: unknown): string {
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : '';
}

/** The text of a new connections file that holds no Connections yet. */
export function newConnectionsFile(id: string, agentDir: string | undefined): string {
  const content = {
    version: connectionsFileVersion,
    id,
    ...(agentDir !== undefined && { agentDir }),
    connections: [],
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function toConnection(entry: unknown): Connection | undefined {
  const referenceId = referenceIdOf(entry);
  if (!isObject(entry) || !referenceId) return undefined;
  const description = asString(entry.description);
  const plainFields = asArray(entry.plainFields).filter((name) => typeof name === 'string');
  const rotatedOn = asString(entry.rotatedOn);
  return {
    referenceId,
    name: asString(entry.name) ?? referenceId,
    extension: asString(entry.extension) ?? '',
    type: asString(entry.type) ?? '',
    ...(description !== undefined && { description }),
    ...(plainFields.length > 0 && { plainFields }),
    isTemporary: entry.temporary === true,
    ...(rotatedOn !== undefined && { rotatedOn }),
  };
}

/** The entries of a connections file, those that name no Connection too. */
export function entriesOf({ value }: JsonDocument): readonly unknown[] {
  return asArray(isObject(value) ? value.connections : undefined);
}

/** The Reference ID of an entry of the list. */
export function referenceIdOf(entry: unknown): ReferenceId | undefined {
  return isObject(entry) ? toReferenceId(entry.referenceId) : undefined;
}

function findTrouble(text: string, document: JsonDocument): ConnectionsFileTrouble | undefined {
  const lineAt = (offset: number) => new LineIndex(text).at(offset).line;
  const conflict = /^(<{7}|={7}|>{7})(?= |\r?$)/m.exec(text);
  if (conflict && document.syntaxError) return { kind: 'conflict', line: lineAt(conflict.index) };
  if (document.syntaxError) return { kind: 'unreadable', line: lineAt(document.syntaxError.offset) };
  if (!isObject(document.value)) return { kind: 'unreadable', line: 1 };
  const { version } = document.value;
  if (typeof version === 'number' && version > connectionsFileVersion) return { kind: 'newerVersion' };
  const { connections } = document.value;
  if (connections === undefined || Array.isArray(connections)) return undefined;
  return { kind: 'unreadable', line: lineAt(document.rangeOf(['connections'])?.offset ?? 0) };
}

/** Made when something is sorted: the first one takes some milliseconds, which the start has no need of. */
let collator: Intl.Collator | undefined;

/** The order of Connections on screen and in the file, the same on every machine. */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

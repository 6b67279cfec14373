import { applyEdits, modify, type JSONPath, type ModificationOptions } from 'jsonc-parser';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import { isEqual } from '../json/isEqual';
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

/**
 * The text of a connections file with a Connection written into it: a new entry goes to its place by name when the
 * entries are in that order, else to the end; of a present one only what differs is changed, and keys that we do not
 * know stay. The text must be free of trouble.
 */
export function writeConnection(text: string, connection: Connection): string {
  const root = new JsonDocument(text).value;
  const entries = asArray(isObject(root) ? root.connections : undefined);
  // Of duplicates, which a merge may leave, the last one counts.
  const index = entries.findLastIndex((entry) => referenceIdOf(entry) === connection.referenceId);
  const entry = toEntry(connection);
  if (index < 0) {
    const hasList = isObject(root) && Array.isArray(root.connections);
    return hasList
      ? setValue(text, ['connections', placeByName(entries, connection.name)], entry, true)
      : setValue(text, ['connections'], [entry]);
  }
  const current = entries[index];
  return Object.entries(entry).reduce(
    (result, [key, value]) =>
      isObject(current) && isEqual(current[key], value)
        ? result
        : setValue(result, ['connections', index, key], value),
    text,
  );
}

/** Gives a file the UUID of its own that credentials are stored under. */
export function writeFileId(text: string, id: string): string {
  return setValue(text, ['id'], id);
}

/** The text with a value at a path, written as the file is; `undefined` takes the key out. */
export function setValue(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  return applyEdits(text, modify(text, path, value, { ...modificationOptions(text), isArrayInsertion }));
}

/** `undefined` values remove a key that is there, and are not written otherwise. */
function toEntry(connection: Connection): Record<string, string | true | readonly string[] | undefined> {
  return {
    referenceId: connection.referenceId,
    name: connection.name,
    extension: connection.extension,
    type: connection.type,
    description: connection.description === '' ? undefined : connection.description,
    temporary: connection.isTemporary || undefined,
    plainFields: connection.plainFields?.length ? connection.plainFields : undefined,
    // Whoever saves a Connection without knowing of it does not take it back.
    ...(connection.rotatedOn !== undefined && { rotatedOn: connection.rotatedOn }),
  };
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

function placeByName(entries: readonly unknown[], name: string): number {
  const names = entries.map((entry) => (isObject(entry) ? (asString(entry.name) ?? '') : ''));
  const inOrder = names.every((current, i) => i === 0 || compareNames(names[i - 1] ?? '', current) <= 0);
  if (!inOrder) return entries.length;
  const after = names.findIndex((current) => compareNames(current, name) > 0);
  return after < 0 ? entries.length : after;
}

/** Made when something is sorted: the first one takes some milliseconds, which the start has no need of. */
let collator: Intl.Collator | undefined;

/** The order of Connections on screen and in the file, the same on every machine. */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function modificationOptions(text: string): ModificationOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 1 : indent.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
}

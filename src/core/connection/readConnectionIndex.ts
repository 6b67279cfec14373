import type { ConnectionTypeKey } from '../catalog/catalog';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import { asArray, asString, isObject } from '../json/narrow';
import type { Localize } from '../ports';
import { cliConfigNames, type CliConfig } from './cliConfig';

/** A Connection as Cognigy.AI lists it. */
export interface IndexedConnection extends ConnectionTypeKey {
  readonly referenceId: ReferenceId;
  readonly name: string;
}

export type ConnectionIndexReading =
  | {
      readonly kind: 'read';
      readonly connections: readonly IndexedConnection[];
      /** How many the platform has that are not in the answer; its page ends at the command's limit. */
      readonly missing: number;
      /** How many entries lack what a Connection needs. */
      readonly skipped: number;
    }
  | ConnectionIndexTrouble;

export interface ConnectionIndexTrouble {
  readonly kind: 'empty' | 'html' | 'cutOff' | 'noAnswer';
}

/** What terminals colour with: an escape character, and what follows it. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*[A-Za-z]`, 'g');

/** A text as programs write it to files: UTF-8, or UTF-16 as PowerShell does; both with a byte order mark or none. */
export function decodeOutput(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Reads what `cognigy execute indexConnections` prints, with whatever else stands before and after it. */
export function readConnectionIndex(output: string): ConnectionIndexReading {
  const text = output.replaceAll(colours, '').replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  if (/^\s*</.test(text)) return { kind: 'html' };
  const found = findAnswer(text);
  if (found.answer) return found.answer;
  if (/<!doctype html|<html[\s>]/i.test(text)) return { kind: 'html' };
  return { kind: found.isCutOff && /"(items|referenceId)"\s*:/.test(text) ? 'cutOff' : 'noAnswer' };
}

/** Why nothing could be read, and what to do, in one sentence or two. */
export function describeIndexTrouble({ kind }: ConnectionIndexTrouble, t: Localize): string {
  switch (kind) {
    case 'empty':
      return t('Nothing is in it. Copy the output of ‘cognigy execute indexConnections’, then try again.');
    case 'html':
      return t(
        'This is a web page (HTML), not a list of Connections. Check “baseUrl” in the CLI’s config file, then run the command again.',
      );
    case 'cutOff':
      return t(
        'The list of Connections is cut off, so nothing was taken from it. Copy all of it, or save it to a file.',
      );
    case 'noAnswer':
      return t('No list of Connections is in it. Take the output of ‘cognigy execute indexConnections’.');
  }
}

const projectIds = /^[0-9a-f]{24}$/;

/**
 * The command that prints the Connections of a project. What is no project ID is left for the user to put in: it comes
 * from a file, and goes to a shell.
 */
export function indexConnectionsCommand(config: CliConfig | undefined, shell: string): string {
  const projectId = config?.agent;
  const id = projectId !== undefined && projectIds.test(projectId) ? projectId : 'YOUR_PROJECT_ID';
  const data = JSON.stringify({ projectId: id, limit: 100 });
  const isCmd = /(^|[\\/])cmd(\.exe)?$/i.test(shell);
  // The CLI's own default is the one without a name for its environment.
  const named = config && cliConfigNames.test(config.fileName) && config.fileName !== 'config.json';
  const option = named ? ` -c ${config.fileName}` : '';
  return `cognigy execute indexConnections${option} -d ${isCmd ? `"${data.replaceAll('"', '\\"')}"` : `'${data}'`}`;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // JSON is mostly ASCII, and no text in UTF-8 holds zeros.
  const start = bytes.subarray(0, 1000);
  const zerosAt = (parity: number) =>
    start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zerosAt(1) > start.length / 4) return 'utf-16le';
  return zerosAt(0) > start.length / 4 ? 'utf-16be' : 'utf-8';
}

/** The first piece of JSON in a text that is such an answer. */
function findAnswer(text: string): { answer?: ConnectionIndexReading; isCutOff: boolean } {
  let isCutOff = false;
  // Brackets in brackets are looked through again and again: no real output comes near the end of it.
  let left = 64 * text.length;
  for (const { index } of text.matchAll(/[[{]/g)) {
    const end = endOfJson(text, index);
    left -= (end ?? text.length) - index;
    if (left < 0) break;
    if (end === undefined) {
      isCutOff = true;
      continue;
    }
    const answer = toAnswer(parse(text.slice(index, end)));
    if (answer) return { answer, isCutOff };
  }
  return { isCutOff };
}

/** Where the brackets that open at `start` are closed; undefined where they are not. */
function endOfJson(text: string, start: number): number | undefined {
  const tokens = /[[\]{}]|"(?:[^"\\\n]|\\.)*"/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth === 0) return tokens.lastIndex;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toAnswer(value: unknown): ConnectionIndexReading | undefined {
  const isPage = isObject(value) && Array.isArray(value.items);
  const items = isPage ? asArray(value.items) : asArray(value);
  const connections = new Map<ReferenceId, IndexedConnection>();
  let skipped = 0;
  for (const item of items) {
    const connection = toIndexed(item);
    if (connection) connections.set(connection.referenceId, connection);
    else skipped++;
  }
  // Lists of other things have IDs and names too.
  if (connections.size === 0 && !(isPage && items.length === 0)) return undefined;
  const total = isPage && typeof value.total === 'number' ? value.total : items.length;
  return {
    kind: 'read',
    connections: [...connections.values()],
    missing: Math.max(0, total - items.length),
    skipped,
  };
}

function toIndexed(item: unknown): IndexedConnection | undefined {
  if (!isObject(item)) return undefined;
  const referenceId = toReferenceId(item.referenceId);
  const name = asString(item.name)?.trim() ?? '';
  const extension = asString(item.extension);
  const type = asString(item.type);
  if (!referenceId || name === '' || extension === undefined || type === undefined) return undefined;
  return { referenceId, name, extension, type };
}

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { asString, isObject } from '../json/narrow';
import type { Connection } from './connection';
import { compareNames, writeConnection } from './connectionsFile';

/**
 * As `writeConnection`, for many: each entry is written by itself and put into its place in the whole, for writing
 * them into the whole one after the other would read all of it again for each. Of several for one Reference ID the
 * last one counts. The text must be free of trouble.
 */
export function writeConnections(text: string, connections: readonly Connection[]): string {
  const all = [...new Map(connections.map((connection) => [connection.referenceId, connection])).values()];
  const [first, ...others] = all;
  if (!first) return text;
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, ['connections']);
  const nodes = list?.type === 'array' ? (list.children ?? []) : [];
  // The first entry shows how the others are set.
  if (nodes.length === 0) return writeConnections(writeConnection(text, first), others);
  const entries = nodes.map(({ offset, length }) => toEntry(text.slice(offset, offset + length), offset));
  const places = new Map(entries.map((entry, index) => [entry.referenceId, index]));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, nodes[0]?.offset))?.[1] ?? unit.repeat(2);
  const inOrder = entries.every(
    ({ name }, index) => index === 0 || compareNames(entries[index - 1]?.name ?? '', name) <= 0,
  );
  const added = all.filter(({ referenceId }) => !places.has(referenceId));
  const placed = new Map<number, Connection[]>();
  for (const connection of added) {
    const place = inOrder ? placeOf(entries, connection.name) : entries.length;
    const group = placed.get(place) ?? [];
    placed.set(place, group);
    group.push(connection);
  }
  if (inOrder) for (const group of placed.values()) group.sort((a, b) => compareNames(a.name, b.name));
  const changed = new Map(
    all.flatMap((connection) => {
      const place = places.get(connection.referenceId);
      return place === undefined ? [] : [[place, connection] as const];
    }),
  );
  const fresh = (group: readonly Connection[] | undefined) =>
    (group ?? []).map((connection) => writeAlone('', connection, eol, unit));
  const pieces: string[] = [];
  let end = 0;
  entries.forEach(({ text: entry, offset }, index) => {
    const connection = changed.get(index);
    pieces.push(text.slice(end, offset));
    for (const one of fresh(placed.get(index))) pieces.push(one, `,${eol}${indent}`);
    pieces.push(connection ? writeAlone(entry, connection, eol, unit) : entry);
    end = offset + entry.length;
  });
  for (const one of fresh(placed.get(entries.length))) pieces.push(`,${eol}${indent}`, one);
  return pieces.join('') + text.slice(end);
}

interface Entry {
  readonly text: string;
  readonly offset: number;
  readonly referenceId: string;
  readonly name: string;
}

function toEntry(text: string, offset: number): Entry {
  const value: unknown = JSON.parse(text);
  const [referenceId, name] = isObject(value) ? [value.referenceId, value.name] : [];
  return {
    text,
    offset,
    referenceId: asString(referenceId)?.toLowerCase() ?? '',
    name: asString(name) ?? '',
  };
}

/** The text of an entry with a Connection written into it; of an empty one, a new entry. */
function writeAlone(entry: string, connection: Connection, eol: string, unit: string): string {
  const before = `{${eol}${unit}"connections": [`;
  const after = `]${eol}}`;
  const inside = entry === '' ? '' : `${eol}${unit}${unit}${entry}${eol}${unit}`;
  const whole = writeConnection(before + inside + after, connection);
  return whole.slice(before.length, whole.length - after.length).trim();
}

/** Before the first entry whose name comes later. */
function placeOf(entries: readonly Entry[], name: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(entries[middle]?.name ?? '', name) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

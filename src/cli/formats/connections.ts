import { count, printable } from './text';
import type { ConnectionList, ListedConnection } from '../listConnectionsOf';
import { toJsonText } from './json';

/** How `connections` can print what there is. */
export const connectionFormats = { text: toText, json: toJson } as const;

function toJson({ connections }: ConnectionList): string {
  return toJsonText({ connections });
}

/** A line a Connection; its uses indented below. */
function toText({ connections }: ConnectionList): string {
  return `${connections.map(toLines).join('')}${count(connections.length, 'Connection')}.\n`;
}

function toLines({ referenceId, name, type, extension, state, uses }: ListedConnection): string {
  const head = `${printable(`${name ?? '(no name)'}  ${referenceId}  ${extension}/${type}  ${state}`)}\n`;
  const places = uses.map(
    ({ file, line, node, key, disabled }) =>
      `  ${printable(`${file}:${line}: ${node} (${key})${disabled ? ', disabled' : ''}`)}\n`,
  );
  return head + places.join('');
}

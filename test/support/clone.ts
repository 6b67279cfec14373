import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of a clone by their paths in the workspace folder. */
export type CloneFiles = ReadonlyMap<string, string>;

const localeId = 'f'.repeat(24);

/** The Reference ID of a flow, or of its node: the same in every clone. */
function idOf(kind: number, flow: number): string {
  return `${kind}0000000-0000-4000-8000-${String(flow).padStart(12, '0')}`;
}

/**
 * A clone of flows that lead to each other in a ring, each with one node that uses a Connection, and `more` nodes of
 * 490 bytes that do nothing.
 */
export function makeClone(count: number, connection: string, more = 0): CloneFiles {
  const files = new Map<string, string>();
  const locale = { _id: localeId, name: 'en-US', referenceId: idOf(9, 0), primary: true };
  files.set('agent/flows/locales.json', text([locale]));
  for (let flow = 0; flow < count; flow++) {
    const folder = `agent/flows/Flow ${flow}`;
    files.set(
      `${folder}/config.json`,
      text({ _id: nodeId(flow, 9), referenceId: idOf(1, flow), name: `Flow ${flow}` }),
    );
    files.set(`${folder}/en-US/intents.json`, '[]');
    files.set(chartPath(flow), text(chart(flow, (flow + 1) % count, connection, more)));
  }
  return files;
}

export function chartPath(flow: number): string {
  return `agent/flows/Flow ${flow}/en-US/chart.json`;
}

/** Writes files as the CLI does: one after the other, each in place. */
export function writeFiles(root: string, files: CloneFiles): void {
  for (const [path, content] of files) writeFile(root, path, content);
}

export function writeFile(root: string, path: string, content: string): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

export function removeClone(root: string): void {
  rmSync(join(root, 'agent'), { recursive: true, force: true });
}

function chart(flow: number, next: number, connection: string, more: number): unknown {
  const node = (place: number, type: string, config: object) => ({
    _id: nodeId(flow, place),
    referenceId: idOf(2 + place, flow),
    type,
    extension: '@cognigy/basic-nodes',
    label: `${type} ${flow}`,
    comment: '',
    isDisabled: false,
    isEntryPoint: false,
    localeReference: localeId,
    config,
  });
  const nodes = [
    node(0, 'start', {}),
    node(1, 'httpRequest', {
      type: 'GET',
      url: 'https://api.example.com/tickets',
      authType: 'basic',
      basicConnection: connection,
    }),
    node(2, 'executeFlow', { flowNode: { flow: idOf(1, next), node: idOf(3, next) } }),
    ...Array.from({ length: more }, (_, index) => ({
      ...node(3, 'say', { say: { text: [`Line ${index}`] } }),
      _id: `${(10 + index).toString(16).padStart(6, '0')}${flow.toString(16).padStart(18, '0')}`,
      referenceId: `${String(index).padStart(8, '0')}-0000-4000-8000-${String(flow).padStart(12, '0')}`,
    })),
    node(3, 'end', {}),
  ];
  const relations = nodes.map(({ _id }, place) => ({
    _id: `e${place.toString(16).padStart(5, '0')}${flow.toString(16).padStart(18, '0')}`,
    node: _id,
    children: [],
    next: nodes[place + 1]?._id ?? null,
  }));
  return { _id: nodeId(flow, 4), relations, nodes };
}

function nodeId(flow: number, place: number): string {
  return `${place.toString(16)}${flow.toString(16).padStart(23, '0')}`;
}

function text(value: unknown): string {
  return JSON.stringify(value, undefined, 4);
}

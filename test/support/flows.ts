import { readdirSync, readFileSync } from 'node:fs';
import type { FileFacts } from '../../src/core/connection/fileFacts';
import { createNodeFactsReader } from '../../src/core/connection/nodeFacts';
import { readFileFacts } from '../../src/core/connection/readFileFacts';
import { placeOf } from '../../src/core/flow/filePlace';
import { toReferenceId, type ReferenceId } from '../../src/core/flow/referenceId';
import { JsonDocument } from '../../src/core/json/jsonDocument';
import { shippedCatalog } from './catalog';

/** Reference IDs for tests, told apart by their first digit. */
export function referenceId(digit: string): ReferenceId {
  const id = toReferenceId('x2582db9-2bd7-4a35-94a3-fbbade0a581d'.replace('x', digit));
  if (!id) throw new Error(`${digit} is no hexadecimal digit.`);
  return id;
}

/** An HTTP Request node that names a Connection by Basic Auth. */
export function httpNode(id: string, label: string, config: Readonly<Record<string, unknown>>) {
  return {
    _id: id.padEnd(24, '0'),
    referenceId: `aaaaaaaa-aaaa-4aaa-aaaa-${id.padStart(12, 'a')}`,
    type: 'httpRequest',
    extension: '@cognigy/basic-nodes',
    label,
    isDisabled: false,
    localeReference: 'f'.repeat(24),
    config,
  };
}

/** Nodes without their relations, so that only the nodes are judged. */
export function chartText(...nodes: readonly unknown[]): string {
  return JSON.stringify({ _id: '0'.repeat(24), resourceReference: '0'.repeat(24), nodes }, undefined, 4);
}

/** A chart with one node that uses a Connection by Basic Auth. */
export function chartUsing(id: ReferenceId, label = 'Get ticket'): string {
  return chartText(
    httpNode('1', label, { authType: 'basic', basicConnection: id, url: 'https://api.example.com/x' }),
  );
}

export function connectionsText(...connections: readonly unknown[]): string {
  const id = '11111111-1111-4111-8111-111111111111';
  return `${JSON.stringify({ version: 1, id, connections }, undefined, 2)}\n`;
}

/** A flow's `config.json` as the CLI writes it; `digit` is that of its Reference ID. */
export function flowConfigText(name: string, digit: string): string {
  const id = Buffer.from(name).toString('hex').padEnd(24, '0').slice(0, 24);
  return JSON.stringify({ _id: id, referenceId: referenceId(digit), name });
}

/** A `locales.json` with the one locale that tests mostly have. */
export const localesText = JSON.stringify([{ _id: '1'.repeat(24), name: 'en-US', primary: true }]);

export function entry(id: ReferenceId, name: string) {
  return { referenceId: id, name, extension: '@cognigy/basic-nodes', type: 'http_basic' };
}

const catalog = shippedCatalog();

/** What a workspace folder with these files says. */
export function factsOf(files: Readonly<Record<string, string>>): Map<string, FileFacts> {
  const facts = new Map<string, FileFacts>();
  for (const [path, text] of Object.entries(files)) {
    const place = placeOf(path);
    const read = place && readFileFacts(place, new JsonDocument(text), createNodeFactsReader(catalog));
    if (read) facts.set(path, read);
  }
  return facts;
}

export function readFixture(path: string): string {
  return readFileSync(`test/fixtures/${path}`, 'utf8');
}

/** The flow files among the samples, of every shape, as `readFixture` takes them. */
export function sampleFlows(): string[] {
  return readdirSync('test/fixtures/samples', { recursive: true, encoding: 'utf8' })
    .map((path) => `samples/${path.replaceAll('\\', '/')}`)
    .filter((path) => ['flow', 'packageNode', 'packageChart'].includes(placeOf(path)?.kind ?? ''));
}

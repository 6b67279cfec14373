import assert from 'node:assert/strict';
import { replaceReferenceId } from '../../../src/core/connection/replaceReferenceId';
import { english } from '../../../src/core/english';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { applyEdits, type TextEdit } from '../../../src/core/json/textEdit';
import {
  chooseConnection,
  chooseNone,
  connectionChoicesOf,
} from '../../../src/core/language/chooseConnection';
import { fixesFor } from '../../../src/core/language/fixes';
import { insertNode } from '../../../src/core/language/insertNode';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import { shippedCatalog } from '../../support/catalog';
import { contextsOf } from '../../support/fixContexts';
import { readFixture, referenceId, sampleFlows } from '../../support/flows';

const catalog = shippedCatalog();
const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };
const to = referenceId('f');

const styles: Readonly<Record<string, (value: unknown) => string>> = {
  'four spaces': (value) => JSON.stringify(value, undefined, 4),
  CRLF: (value) => JSON.stringify(value, undefined, 2).replaceAll('\n', '\r\n'),
  tabs: (value) => JSON.stringify(value, undefined, '\t'),
  'one line': (value) => JSON.stringify(value),
};

/** The edits that the extension can make of a flow, by what they are. */
function* editsOf(text: string): Generator<[what: string, edits: readonly TextEdit[]]> {
  const document = new JsonDocument(text);
  const nodes = readFlowNodes(document.value);
  const say = catalog.nodeType('@cognigy/basic-nodes', 'say');
  const lookup = catalog.nodeType('@cognigy/basic-nodes', 'switch');
  assert.ok(say && lookup);
  for (const [index, node] of nodes.entries()) {
    const choices = connectionChoicesOf(document, { node: node.id ?? '' }, catalog);
    if (choices) {
      yield ['choose None', chooseNone(document, choices)];
      for (const { key } of choices.allFields) yield ['choose', chooseConnection(document, choices, key, to)];
    }
    // Each costs reading the whole flow; every seventh has all kinds of neighbors.
    if (index % 7 > 0) continue;
    const offset = (document.rangeOf(node.path)?.offset ?? 0) + 1;
    for (const nodeType of [say, lookup]) {
      const random = { uuid: () => crypto.randomUUID() };
      const making = { catalog, random, t: english };
      const result = insertNode(document, offset, { nodeType, localeReference: undefined }, making);
      if (result.kind === 'inserted') yield [`insert ${nodeType.type}`, result.edits];
    }
  }
  for (const id of new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))) {
    const from = toReferenceId(id);
    const file = { path: '', kind: 'flow', isDeclared: true } as const;
    if (from) yield ['replace', replaceReferenceId(document, file, { from, to }, catalog)];
  }
  for (const context of contextsOf(text, unknown)) {
    for (const { title, edits } of fixesFor(context)) yield [title, edits];
  }
}

describe('Every edit of a flow', () => {
  for (const [style, write] of Object.entries(styles)) {
    it(`leaves a file as it is written, and writes as it: ${style}`, function () {
      this.timeout(60_000);
      const seen = new Map<string, number>();
      for (const name of sampleFlows()) {
        const text = write(JSON.parse(readFixture(name)));
        for (const [what, edits] of editsOf(text)) {
          const after = applyEdits(text, edits);
          assert.equal(after, write(JSON.parse(after)), `${name}: ${what}`);
          const kind = what.split(' ')[0] ?? '';
          seen.set(kind, (seen.get(kind) ?? 0) + (edits.length > 0 ? 1 : 0));
        }
      }
      for (const kind of ['choose', 'insert', 'replace'])
        assert.ok((seen.get(kind) ?? 0) > 20, `${kind} ${seen.get(kind)}`);
    });
  }
});

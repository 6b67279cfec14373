import assert from 'node:assert/strict';
import { candidateUses } from '../../../src/core/flow/candidateUses';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import { toPointer } from '../../../src/core/json/jsonPath';
import { shippedCatalog } from '../../support/catalog';
import { httpNode, referenceId } from '../../support/flows';

const catalog = shippedCatalog();
const candidatesOf = (config: Record<string, unknown>) =>
  readFlowNodes({ nodes: [httpNode('1', 'Get', config)] })
    .flatMap((node) => candidateUses(node, catalog.nodeType(node.extension, node.type)))
    .map(({ path, key, referenceId: id }) => [toPointer(path), key, id]);

describe('candidateUses', () => {
  const b = referenceId('b');

  it('finds every UUID that nobody declares to be a Connection, however deep, with its place', () => {
    assert.deepEqual(candidatesOf({ custom: b, deep: { list: [1, { id: b.toUpperCase() }, [b]] } }), [
      ['/nodes/0/config/custom', 'custom', b],
      ['/nodes/0/config/deep/list/1/id', 'id', b],
      ['/nodes/0/config/deep/list/2/0', 'list', b],
    ]);
  });

  it('leaves out the fields of the descriptor, whether authType selects them or not', () => {
    const both = { basicConnection: b, apiKeyXKeyConnection: referenceId('c') };
    assert.deepEqual(candidatesOf({ authType: 'basic', ...both }), []);
  });

  it('passes over a UUID inside of a longer text, and over other texts of that length', () => {
    const texts = { text: `see ${b}`, other: `${b} `, script: `{{${b}}}`, long: 'x'.repeat(36) };
    assert.deepEqual(candidatesOf(texts), []);
  });
});

import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import { formerConnection, usesByNode } from '../../../src/core/connection/formerConnection';
import { connectionUses } from '../../../src/core/flow/connectionUse';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import type { ReferenceId } from '../../../src/core/flow/referenceId';
import { shippedCatalog } from '../../support/catalog';
import { chartText, httpNode, referenceId } from '../../support/flows';

const catalog = shippedCatalog();

/** The uses of nodes that name these Connections, by node id. */
const usesOf = (nodes: Readonly<Record<string, ReferenceId>>) =>
  usesByNode(
    readFlowNodes(
      JSON.parse(
        chartText(
          ...Object.entries(nodes).map(([id, basicConnection]) =>
            httpNode(id, id, { authType: 'basic', basicConnection }),
          ),
        ),
      ),
    ).flatMap((node) => connectionUses(node, catalog)),
  );

const named = (id: ReferenceId): Connection => ({
  referenceId: id,
  name: `Name of ${id[0] ?? ''}`,
  extension: '@cognigy/basic-nodes',
  type: 'http_basic',
  isTemporary: false,
});

describe('What the same nodes used before', () => {
  const [a, b, c] = [referenceId('a'), referenceId('b'), referenceId('c')];
  const find = (now: Record<string, ReferenceId>, before: Record<string, ReferenceId>) =>
    formerConnection(b, usesOf(now), usesOf(before), named)?.name;

  it('is found by the nodes’ ids', () => {
    assert.equal(find({ '1': b, '2': b }, { '1': a, '2': a, '3': c }), 'Name of a');
    assert.equal(find({ '1': b, '2': b }, { '2': a }), 'Name of a');
  });

  it('is not guessed: not by other nodes, nor when they do not agree, nor when nothing changed', () => {
    assert.equal(find({ '1': b }, { '3': a }), undefined);
    assert.equal(find({ '1': b, '2': b }, { '1': a, '2': c }), undefined);
    assert.equal(find({ '1': b }, { '1': b }), undefined);
    assert.equal(
      formerConnection(b, usesOf({ '1': b }), usesOf({ '1': a }), () => undefined),
      undefined,
    );
  });
});

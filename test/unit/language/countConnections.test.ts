import assert from 'node:assert/strict';
import { resolveProjects } from '../../../src/core/connection/projects';
import { readFlow } from '../../../src/core/flow/flow';
import { countConnections } from '../../../src/core/language/countConnections';
import { shippedCatalog } from '../../support/catalog';
import { chartText, connectionsText, entry, factsOf, httpNode, referenceId } from '../../support/flows';

const [a, b, c] = [referenceId('a'), referenceId('b'), referenceId('c')];
const text = chartText(
  httpNode('1', 'One', { authType: 'basic', basicConnection: a, other: b, flow: c }),
  httpNode('2', 'Two', { authType: 'basic', basicConnection: a }),
);
const flow = readFlow(JSON.parse(text));

describe('The number of Connections in a flow', () => {
  it('is that of different ones at places that node types declare', () => {
    assert.equal(countConnections(flow, shippedCatalog(), undefined), 1);
    assert.equal(countConnections(readFlow({ nodes: [] }), shippedCatalog(), undefined), 0);
  });

  it('is in a project as the view counts: with what it declares, wherever that stands', () => {
    const path = 'agent/flows/Main/en-US/chart.json';
    const files = {
      [path]: text,
      '.cognigy/connections.json': connectionsText(entry(a, 'A'), entry(b, 'B')),
    };
    const [project] = resolveProjects(factsOf(files), 'folder');
    assert.ok(project);
    assert.equal(countConnections(flow, shippedCatalog(), { project, path }), 2);
    assert.equal(countConnections(flow, shippedCatalog(), { project, path: 'elsewhere' }), 1);
  });
});

import assert from 'node:assert/strict';
import { planNames } from '../../../src/core/connection/planNames';
import { resolveProjects } from '../../../src/core/connection/projects';
import { suggestNames } from '../../../src/core/connection/suggestNames';
import { listConnections } from '../../../src/core/connection/projectConnections';
import {
  chartText,
  chartUsing,
  connectionsText,
  entry,
  factsOf,
  httpNode,
  referenceId,
} from '../../support/flows';

const [a, b, c, d] = [referenceId('a'), referenceId('b'), referenceId('c'), referenceId('d')];
const chart = 'agent/flows/Main/en-US/chart.json';
const file = '.cognigy/connections.json';

function projectOf(files: Record<string, string>) {
  const [project] = resolveProjects(factsOf(files), 'workspace');
  assert.ok(project);
  return project;
}

describe('planNames', () => {
  it('puts what differs first, then what is new and used, then what is only new', () => {
    const files = {
      [chart]: chartUsing(b),
      [file]: connectionsText({ ...entry(a, 'Old name'), description: 'Mine' }, entry(d, 'Same')),
    };
    const { changes, isForeign } = planNames(projectOf(files), [
      entry(c, 'Unused'),
      entry(b, 'Used'),
      entry(d, 'Same'),
      entry(a, 'New name'),
    ]);
    assert.deepEqual(
      changes.map(({ connection, before, isUsed }) => [connection.name, before?.name, isUsed]),
      [
        ['New name', 'Old name', false],
        ['Used', undefined, true],
        ['Unused', undefined, false],
      ],
    );
    assert.equal(changes[0]?.connection.description, 'Mine');
    assert.equal(isForeign, false);
  });

  it('takes a type that differs from the platform, and an ID that it lists for no temporary one', () => {
    const files = {
      [file]: connectionsText({ ...entry(a, 'A'), temporary: true }, entry(b, 'B')),
      [chart]: chartText(),
    };
    const { changes } = planNames(projectOf(files), [
      entry(a, 'A'),
      { ...entry(b, 'B'), type: 'http_oauth2' },
    ]);
    assert.deepEqual(
      changes.map(({ connection: { name, type, isTemporary } }) => [name, type, isTemporary]),
      [
        ['A', 'http_basic', false],
        ['B', 'http_oauth2', false],
      ],
    );
  });

  it('suspects another project where nothing of a list is here, and none where nothing is here at all', () => {
    const foreign = (files: Record<string, string>) => planNames(projectOf(files), [entry(c, 'C')]).isForeign;
    assert.equal(foreign({ [chart]: chartUsing(b) }), true);
    assert.equal(foreign({ [file]: connectionsText(entry(a, 'A')), [chart]: chartText() }), true);
    assert.equal(foreign({ [chart]: chartText(), [file]: connectionsText() }), false);
    assert.equal(foreign({ [chart]: chartUsing(c) }), false);
  });
});

describe('suggestNames', () => {
  it('gives no two the same name, and none that Cognigy.AI refuses', () => {
    const node = (id: string, label: string, url: string, connection: string) =>
      httpNode(id, label, { authType: 'basic', basicConnection: connection, url });
    const files = {
      [chart]: chartText(
        node('1', 'x', 'https://api.example.com/x', a),
        node('2', 'x', 'https://api.example.com/x', b),
        node('3', 'Ask: who | what?', '{{input.url}}', c),
        node('4', '???', '{{input.url}}', d),
      ),
    };
    const { undeclared } = listConnections(projectOf(files));
    assert.deepEqual(
      [...suggestNames(undeclared, ['API.example.com'])],
      [
        [a, 'api.example.com 2'],
        [b, 'api.example.com 3'],
        [c, 'Ask who what'],
        [d, d],
      ],
    );
  });
});

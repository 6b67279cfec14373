import assert from 'node:assert/strict';
import { concernedFiles, type ChangedFile } from '../../../src/core/connection/concernedFiles';
import { resolveProjects } from '../../../src/core/connection/projects';
import { chartText, chartUsing, connectionsText, factsOf, httpNode, referenceId } from '../../support/flows';

const id = referenceId('a');
const main = 'agent/flows/Main/en-US/chart.json';
const mainInGerman = 'agent/flows/Main/de-DE/chart.json';
const leading = 'agent/flows/Leading/en-US/chart.json';
const other = 'agent/flows/Other/en-US/chart.json';
const connections = '.cognigy/connections.json';
const elsewhere = 'second/flows/Main/en-US/chart.json';
const elsewhereConnections = 'second/.cognigy/connections.json';

const leadingTo = (node: string) =>
  chartText(httpNode('2', 'Jump', { target: { flow: referenceId('b'), node } }));

const projects = resolveProjects(
  factsOf({
    [connections]: connectionsText(),
    [main]: chartUsing(id),
    [mainInGerman]: chartUsing(id),
    [leading]: leadingTo('aaaaaaaa-aaaa-4aaa-aaaa-aaaaaaaaaaa1'),
    [other]: leadingTo('aaaaaaaa-aaaa-4aaa-aaaa-aaaaaaaaaaa9'),
    [elsewhereConnections]: connectionsText(),
    [elsewhere]: chartUsing(id),
  }),
  'workspace',
);
const all = [main, mainInGerman, leading, other, connections];

const concerned = (...changes: readonly ChangedFile[]) => concernedFiles(projects, changes);
const assertConcerned = (changes: readonly ChangedFile[], files: readonly string[]) =>
  assert.deepEqual(concerned(...changes).toSorted(), files.toSorted());

describe('The files that a change concerns', () => {
  it('are that file, its other locales, who leads to its nodes, or the whole project', () => {
    assertConcerned([{ path: main, change: 'self' }], [main]);
    assertConcerned([{ path: main, change: 'locales' }], [main, mainInGerman]);
    assertConcerned([{ path: main, change: 'names' }], [main, mainInGerman, leading]);
    assertConcerned([{ path: main, change: 'all' }], all);
    assertConcerned([], []);
  });

  it('are all of the folder where it is no flow', () => {
    assertConcerned(
      [{ path: 'agent/flows/Main/config.json', change: 'all' }],
      [...all, elsewhere, elsewhereConnections],
    );
  });

  it('are named once, however many changes there are', () => {
    const changes = [
      main,
      mainInGerman,
      leading,
      other,
      'agent/flows/locales.json',
      'agent/flows/x.json',
    ].flatMap((path) => (['self', 'locales', 'names', 'all'] as const).map((change) => ({ path, change })));
    assertConcerned(changes, [...all, elsewhere, elsewhereConnections]);
    assertConcerned(
      changes.filter(({ path, change }) => path === main && change !== 'all'),
      [main, mainInGerman, leading],
    );
  });
});

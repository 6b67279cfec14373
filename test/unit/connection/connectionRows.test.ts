import assert from 'node:assert/strict';
import {
  badgeOf,
  declaredRow,
  groupConnections,
  listRows,
  undeclaredRow,
  type Grouping,
} from '../../../src/core/connection/connectionRows';
import { CredentialVault } from '../../../src/core/connection/credentialVault';
import { resolveProjects, type Project } from '../../../src/core/connection/projects';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';
import {
  chartText,
  chartUsing,
  connectionsText,
  entry,
  factsOf,
  httpNode,
  referenceId,
} from '../../support/flows';

const catalog = shippedCatalog();
const b = referenceId('b');
const c = referenceId('c');
const chart = 'agent/flows/Main/en-US/chart.json';
const file = '.cognigy/connections.json';
const oauth2 = (name: string) => ({ ...entry(b, name), type: 'http_oauth2' });
const noCredentials = { isStored: false, sentence: 'No credentials on this machine' };

function projectOf(files: Record<string, string>): Project {
  const [project] = resolveProjects(factsOf(files), 'workspace');
  assert.ok(project);
  return project;
}

/** The rows of a project as `label — description`, those with trouble marked. */
function shown(files: Record<string, string>): string[] {
  const rows = listRows(projectOf(files), catalog);
  return [
    ...rows.undeclared.map((one) => undeclaredRow(one, english)),
    ...rows.declared.map((one) => declaredRow(one, rows, noCredentials, catalog, english)),
  ].map(({ label, description, hasTrouble }) => `${hasTrouble ? '⚠ ' : ''}${label} — ${description}`);
}

function badge(files: Record<string, string>) {
  return badgeOf([listRows(projectOf(files), catalog)], english);
}

describe('Rows of the Connections view', () => {
  it('show what is not registered by host, ID, type and nodes, then what is by name', () => {
    const files = {
      [chart]: chartUsing(b),
      [file]: connectionsText({ ...entry(c, 'Later'), temporary: true }, oauth2('x').referenceId),
    };
    assert.deepEqual(shown(files), [
      'api.example.com — b2582db9 · Basic Auth · 1 node',
      'Later — Basic Auth · temporary · no nodes',
    ]);
  });

  it('say how many nodes need another type, as trouble', () => {
    const files = { [chart]: chartUsing(b), [file]: connectionsText(oauth2('Jira')) };
    assert.deepEqual(shown(files), ['⚠ Jira — OAuth2 · wrong type in 1 node']);
  });

  it('call no type wrong that is known from hearsay, not at all, or where only the run decides', () => {
    const node = (authType: string) =>
      chartText(httpNode('1', 'Get', { authType, basicConnection: b, url: 'https://x.example.com/' }));
    const withType = (type: string, extension: string) =>
      shown({ [chart]: node('basic'), [file]: connectionsText({ ...oauth2('Jira'), type, extension }) });
    assert.deepEqual(withType('jira', '@cognigy/jira-unheard-of'), ['Jira — jira · 1 node']);
    const recorded = catalog.connectionType({ extension: 'jira', type: 'jira' });
    assert.equal(recorded?.rank, 'recorded');
    assert.deepEqual(withType('jira', 'jira'), ['Jira — jira · 1 node']);
    const files = { [chart]: node('{{input.auth}}'), [file]: connectionsText(oauth2('Jira')) };
    assert.deepEqual(shown(files), ['Jira — OAuth2 · 1 node']);
  });

  it('say in words what icons and dimming say', () => {
    const rows = listRows(
      projectOf({ [chart]: chartUsing(b), [file]: connectionsText(oauth2('Jira')) }),
      catalog,
    );
    const [jira] = rows.declared;
    assert.ok(jira);
    assert.equal(
      declaredRow(jira, rows, noCredentials, catalog, english).accessibilityLabel,
      'Jira, OAuth2 · wrong type in 1 node, No credentials on this machine',
    );
  });

  it('are grouped by type or by Extension, groups and Connections by name', () => {
    const names = (grouping: Exclude<Grouping, 'none'>) => {
      const text = connectionsText(
        { ...entry(referenceId('1'), 'Zeta') },
        { ...entry(referenceId('2'), 'Alpha') },
        { ...entry(referenceId('3'), 'Mail'), extension: '@cognigy/smtp', type: 'SMTP' },
        { ...entry(referenceId('4'), 'API'), type: 'http_oauth2' },
      );
      const { declared } = listRows(projectOf({ [chart]: chartText(), [file]: text }), catalog);
      return groupConnections(declared, grouping, english).map(
        ({ label, entries }) => `${label}: ${entries.map(({ connection }) => connection.name).join(', ')}`,
      );
    };
    assert.deepEqual(names('type'), ['Basic Auth: Alpha, Zeta', 'OAuth2: API', 'SMTP: Mail']);
    assert.deepEqual(names('extension'), ['@cognigy/basic-nodes: Alpha, API, Zeta', '@cognigy/smtp: Mail']);
  });

  it('are opened without reading a secret', async () => {
    let reads = 0;
    const secrets = {
      get: () => {
        reads++;
        return Promise.resolve(undefined);
      },
      store: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    };
    const state = new Map<string, unknown>();
    const index = {
      get: (key: string) => state.get(key),
      keys: () => [...state.keys()],
      update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    };
    const vault = new CredentialVault(secrets, index, { now: () => 0 }, Promise.resolve('machine'));
    const project = projectOf({ [chart]: chartUsing(b), [file]: connectionsText(entry(b, 'ServiceNow')) });
    const fileId = project.file?.id ?? '';
    const owner = { fileId, referenceId: b, ...{ extension: '@cognigy/basic-nodes', type: 'http_basic' } };
    await vault.write({ ...owner, file: 'file:///x' }, { username: { kind: 'replace', value: 'bot' } });
    assert.ok(reads > 0, 'writing reads, so the count counts');
    reads = 0;
    const rows = listRows(project, catalog);
    for (const one of rows.declared) {
      const { kind } = vault.status(
        { fileId, referenceId: one.connection.referenceId },
        one.connection,
        'file:///x',
      );
      assert.equal(kind, 'stored');
      declaredRow(one, rows, { isStored: true, sentence: kind }, catalog, english);
    }
    assert.equal(reads, 0);
  });
});

describe('Badge of the Connections view', () => {
  it('counts what is not registered once there is a connections file, and what is of the wrong type', () => {
    assert.equal(badge({ [chart]: chartUsing(b) }), undefined);
    assert.deepEqual(badge({ [chart]: chartUsing(b), [file]: connectionsText() }), {
      value: 1,
      tooltip: '1 Connection is not registered',
    });
    assert.deepEqual(badge({ [chart]: chartUsing(b), [file]: connectionsText(oauth2('Jira')) }), {
      value: 1,
      tooltip: '1 Connection is of the wrong type for a node',
    });
    assert.equal(
      badge({ [chart]: chartUsing(b), [file]: connectionsText(entry(b, 'ServiceNow')) }),
      undefined,
    );
  });

  it('counts nothing as not registered while the connections file can’t be read', () => {
    assert.equal(badge({ [chart]: chartUsing(b), [file]: '{ "version": 1, "connections": [' }), undefined);
  });
});

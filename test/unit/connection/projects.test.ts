import assert from 'node:assert/strict';
import { knowledgeFor } from '../../../src/core/connection/knowledge';
import { emptyProject, resolveProjects, type Project } from '../../../src/core/connection/projects';
import {
  connectionUsage,
  countLlms,
  countNodes,
  listConnections,
  suggestName,
  type ProjectConnection,
} from '../../../src/core/connection/projectConnections';
import {
  chartText,
  chartUsing,
  connectionsText,
  entry,
  factsOf,
  httpNode,
  referenceId,
} from '../../support/flows';

const b = referenceId('b');
const c = referenceId('c');
const cliConfig = (agentDir?: string) => JSON.stringify({ baseUrl: 'x', apiKey: 'x', agent: 'x', agentDir });
const resource = (name: string) => JSON.stringify({ ...entry(b, name), fields: { username: '****' } });

const resolve = (files: Record<string, string>) => resolveProjects(factsOf(files), 'workspace');
const outline = (files: Record<string, string>) =>
  resolve(files).map(({ name, connectionsPath, agentDir, flows }) => ({
    name,
    at: connectionsPath,
    ...(agentDir !== undefined && { agentDir }),
    flows: [...flows.keys()],
  }));

describe('resolveProjects', () => {
  it('puts the file of a lone agent beside its folder, never into it', () => {
    assert.deepEqual(outline({ 'bots/agent/flows/Main/en-US/chart.json': chartUsing(b) }), [
      {
        name: 'bots',
        at: 'bots/.cognigy/connections.json',
        flows: ['bots/agent/flows/Main/en-US/chart.json'],
      },
    ]);
  });

  it('gives agents that share a parent a file each', () => {
    const projects = outline({
      'agents/sales/flows/Main/en-US/chart.json': chartUsing(b),
      'agents/sup port/flows/Main/en-US/chart.json': chartUsing(b),
    });
    assert.deepEqual(
      projects.map(({ at, agentDir }) => [at, agentDir]),
      [
        ['agents/.cognigy/connections.sales.json', 'sales'],
        ['agents/.cognigy/connections.sup-port.json', 'sup port'],
      ],
    );
  });

  it('takes the closest connections file, and agentDir narrows what one covers', () => {
    const projects = outline({
      '.cognigy/connections.json': connectionsText(),
      'a/.cognigy/connections.json': connectionsText(),
      'a/.cognigy/connections.prod.json': connectionsText().replace(
        '"version"',
        '"agentDir": "prod", "version"',
      ),
      'x/flows/F/en-US/chart.json': chartUsing(b),
      'a/dev/flows/F/en-US/chart.json': chartUsing(b),
      'a/prod/flows/F/en-US/chart.json': chartUsing(b),
    });
    assert.deepEqual(
      projects.map(({ name, flows }) => [name, flows]),
      [
        ['workspace', ['x/flows/F/en-US/chart.json']],
        ['a', ['a/dev/flows/F/en-US/chart.json']],
        ['prod', ['a/prod/flows/F/en-US/chart.json']],
      ],
    );
  });

  it('knows an agent by the CLI config that has no connections file yet', () => {
    const projects = outline({
      'config.dev.json': cliConfig('./agents/dev'),
      'config.prod.json': cliConfig('./agents/prod'),
      'agents/dev/flows/F/en-US/chart.json': chartUsing(b),
      'agents/prod/flows/F/en-US/chart.json': chartUsing(b),
    });
    assert.deepEqual(
      projects.map(({ name, at, agentDir }) => [name, at, agentDir]),
      [
        ['dev', '.cognigy/connections.agents-dev.json', 'agents/dev'],
        ['prod', '.cognigy/connections.agents-prod.json', 'agents/prod'],
      ],
    );
  });

  it('makes one project of a config.json and the connections file beside its agent', () => {
    const files = {
      '.cognigy/connections.json': connectionsText(entry(b, 'X')),
      'config.json': cliConfig('./agent'),
      'agent/flows/F/en-US/chart.json': chartUsing(b),
    };
    const [project, ...others] = resolve(files);
    assert.deepEqual(others, []);
    assert.equal(project?.registered.get(b)?.name, 'X');
    assert.deepEqual([...project.flows.keys()], ['agent/flows/F/en-US/chart.json']);
    assert.deepEqual(
      listConnections(project).declared.map(({ uses }) => uses.length),
      [1],
    );
  });

  it('lets the plain one of two connections files for a folder cover it', () => {
    const projects = outline({
      '.cognigy/connections.a.json': connectionsText(),
      '.cognigy/connections.json': connectionsText(),
      'agent/flows/F/en-US/chart.json': chartUsing(b),
    });
    assert.deepEqual(
      projects.map(({ at, flows }) => [at, flows.length]),
      [
        ['.cognigy/connections.a.json', 0],
        ['.cognigy/connections.json', 1],
      ],
    );
  });

  it('counts a file written by hand to the root around it, else to the only one there is', () => {
    const agent = 'agent/flows/F/en-US/chart.json';
    const files = {
      [agent]: chartUsing(b),
      'agent/extra/one.flow.json': chartUsing(b),
      'two.flow.json': chartUsing(b),
    };
    assert.deepEqual(
      outline(files).map(({ flows }) => flows),
      [Object.keys(files).sort()],
    );
    const other = 'other/flows/F/en-US/chart.json';
    assert.deepEqual(
      outline({ ...files, [other]: chartUsing(b) }).map(({ at, flows }) => [at, flows]),
      [
        ['.cognigy/connections.agent.json', ['agent/extra/one.flow.json', agent]],
        ['.cognigy/connections.json', ['two.flow.json']],
        ['.cognigy/connections.other.json', [other]],
      ],
    );
  });

  it('says when the file could only lie where the CLI deletes it', () => {
    const [project] = resolve({ 'flows/F/en-US/chart.json': chartUsing(b) });
    assert.equal(project?.isInAgentDir, true);
    assert.equal(resolve({ 'agent/flows/F/en-US/chart.json': chartUsing(b) })[0]?.isInAgentDir, false);
    assert.equal(emptyProject('x').isInAgentDir, false);
  });

  it('never gives two projects the same path, and takes no path that is a file’s', () => {
    const chart = (folder: string) => `${folder}/flows/F/en-US/chart.json`;
    const withAgentDir = (agentDir: string) =>
      connectionsText().replace('"version"', `"agentDir": "${agentDir}", "version"`);
    for (const files of [
      { [chart('agents/sales.prod')]: chartUsing(b), [chart('agents/sales-prod')]: chartUsing(b) },
      {
        '.cognigy/connections.prod.json': withAgentDir('agents/sales-prod'),
        [chart('agents/sales-prod')]: chartUsing(b),
        [chart('prod')]: chartUsing(b),
      },
      {
        '.cognigy/connections.json': withAgentDir('a'),
        [chart('a')]: chartUsing(b),
        'x.flow.json': chartUsing(b),
      },
    ] as Record<string, string>[]) {
      const projects = resolve(files);
      assert.equal(new Set(projects.map(({ connectionsPath }) => connectionsPath)).size, projects.length);
      const madeOver = projects.filter(({ connectionsPath, file }) => !file && connectionsPath in files);
      assert.deepEqual(madeOver, []);
    }
  });

  it('does not move any project when one gets its file', () => {
    const chart = (folder: string) => `${folder}/flows/F/en-US/chart.json`;
    for (const files of [
      { [chart('agents/sales')]: chartUsing(b), [chart('agents/support')]: chartUsing(b) },
      { [chart('agents/sales.prod')]: chartUsing(b), [chart('agents/sales-prod')]: chartUsing(b) },
      { [chart('agent')]: chartUsing(b) },
      { 'x.flow.json': chartUsing(b), 'y/z.flow.json': chartUsing(b) },
      {
        'hand/x.flow.json': chartUsing(b),
        [chart('clone/agent')]: chartUsing(b),
        [chart('other/agent')]: chartUsing(b),
      },
    ] as Record<string, string>[]) {
      const before = resolve(files);
      const shape = (projects: readonly Project[]) =>
        projects.map(({ connectionsPath, flows }) => [connectionsPath, [...flows.keys()]]);
      for (const { connectionsPath, agentDir } of before) {
        const text = connectionsText(entry(b, 'X')).replace(
          '{',
          agentDir === undefined ? '{' : `{"agentDir": "${agentDir}",`,
        );
        assert.deepEqual(
          shape(resolve({ ...files, [connectionsPath]: text })),
          shape(before),
          connectionsPath,
        );
      }
    }
  });
});

describe('knowledgeFor', () => {
  const kindOf = (files: Record<string, string>, path: string) => {
    const project = resolve(files).find(({ flows }) => flows.has(path))!;
    return knowledgeFor(project, path).referenceId(b).kind;
  };
  const one = 'one/flows/F/en-US/chart.json';
  const two = 'two/flows/F/en-US/chart.json';
  const flows = { [one]: chartUsing(b), [two]: chartUsing(b) };

  it('knows nothing while nobody declares anything', () => {
    assert.equal(kindOf(flows, one), 'noDeclarations');
  });

  it('keeps what one project declares from the other', () => {
    const files = {
      ...flows,
      'one/.cognigy/connections.json': connectionsText(entry(b, 'X')),
      'two/.cognigy/connections.json': connectionsText(),
    };
    assert.equal(kindOf(files, one), 'declared');
    assert.equal(kindOf(files, two), 'undeclared');
  });

  it('lets a resource declare for the flows under its own root only', () => {
    const files = {
      ...flows,
      '.cognigy/connections.json': connectionsText(),
      'one/connections/X.json': resource('X'),
    };
    assert.equal(kindOf(files, one), 'declared');
    assert.equal(kindOf(files, two), 'undeclared');
  });

  it('is silent while the connections file can’t be read', () => {
    const files = { ...flows, 'one/.cognigy/connections.json': '{"version": 1, oops' };
    assert.equal(kindOf(files, one), 'notKnowable');
  });

  it('knows too little while a resource of the same root can’t be read', () => {
    const files = { ...flows, 'one/connections/Y.json': JSON.stringify(entry(c, 'Y')) };
    assert.equal(kindOf(files, one), 'undeclared');
    assert.equal(kindOf({ ...files, 'one/connections/X.json': '' }, one), 'notKnowable');
    assert.equal(kindOf({ ...files, 'two/connections/X.json': '{"oops' }, one), 'undeclared');
  });

  it('counts a file of a newer version as known', () => {
    const newer = connectionsText(entry(c, 'X')).replace('"version": 1', '"version": 9');
    assert.equal(kindOf({ ...flows, 'one/.cognigy/connections.json': newer }, one), 'undeclared');
  });
});

describe('listConnections', () => {
  const list = (files: Record<string, string>) => listConnections(resolve(files)[0]!);

  it('counts nodes: the same node in two locales is one', () => {
    const { undeclared } = list({
      'agent/flows/F/en-US/chart.json': chartUsing(b),
      'agent/flows/F/de-DE/chart.json': chartUsing(b),
    });
    assert.equal(undeclared.length, 1);
    assert.equal(undeclared[0]!.uses.length, 2);
    assert.equal(countNodes(undeclared[0]!.uses), 1);
  });

  it('counts the same ids in two clones under one file twice', () => {
    const { undeclared } = list({
      '.cognigy/connections.json': connectionsText(),
      'dev/flows/F/en-US/chart.json': chartUsing(b),
      'prod/flows/F/en-US/chart.json': chartUsing(b),
    });
    assert.equal(countNodes(undeclared[0]!.uses), 2);
  });

  it('lists declared ones by name, with what uses them, and the most used unknown first', () => {
    const d = referenceId('d');
    const basic = (id: string) => ({ authType: 'basic', basicConnection: id });
    const { declared, undeclared } = list({
      '.cognigy/connections.json': connectionsText(entry(c, 'zeta'), entry(d, 'Alpha')),
      'agent/connections/Mid.json': resource('Mid'),
      'agent/flows/F/en-US/chart.json': chartText(
        httpNode('1', 'One', basic(c)),
        httpNode('2', 'Two', basic(referenceId('e'))),
        httpNode('3', 'Three', basic(referenceId('f'))),
        httpNode('4', 'Four', basic(referenceId('f'))),
      ),
    });
    assert.deepEqual(
      declared.map(({ connection, isRegistered, uses }) => [connection.name, isRegistered, uses.length]),
      [
        ['Alpha', true, 0],
        ['Mid', false, 0],
        ['zeta', true, 1],
      ],
    );
    assert.deepEqual(
      undeclared.map(({ referenceId: id, uses }) => [id[0], uses.length]),
      [
        ['f', 2],
        ['e', 1],
      ],
    );
  });

  it('takes nothing for unused that stands in any config, whatever its key', () => {
    const node = { ...httpNode('1', 'Custom', { anyKey: b }), type: 'unknown', extension: 'unknown' };
    const [project] = resolve({ 'agent/flows/F/en-US/chart.json': chartText(node) });
    const usage = connectionUsage(project!);
    assert.deepEqual([usage.isComplete, usage.isUsed(b), usage.isUsed(c)], [true, true, false]);
    const [broken] = resolve({ 'agent/flows/F/en-US/chart.json': '{' });
    assert.equal(connectionUsage(broken!).isComplete, false);
  });

  const custom = (id: string, config: Record<string, unknown>) => ({
    ...httpNode(id, `Custom ${id}`, config),
    type: 'unknown',
    extension: 'unknown',
  });
  const keys = (entry: ProjectConnection | undefined) => entry?.uses.map(({ use }) => use.key);

  it('counts a declared Connection’s ID as a use whatever its key, and no other UUID', () => {
    const { declared, undeclared } = list({
      '.cognigy/connections.json': connectionsText(entry(b, 'X')),
      'agent/flows/F/en-US/chart.json': chartText(
        custom('1', { anyKey: b, nested: [{ deeper: b }] }),
        custom('2', { anyKey: c, flowNode: { flow: c, node: c } }),
      ),
      'agent/flows/F/de-DE/chart.json': chartText(custom('1', { anyKey: b })),
    });
    assert.deepEqual(keys(declared[0]), ['anyKey', 'anyKey', 'deeper']);
    assert.equal(countNodes(declared[0]!.uses), 1, 'one node, in two locales and with two keys');
    assert.deepEqual(undeclared, []);
  });

  it('counts them for an unregistered Connection too, once a field for Connections names it', () => {
    const { undeclared } = list({
      'agent/flows/F/en-US/chart.json': chartText(custom('1', { anyKey: b })),
      'agent/flows/G/en-US/chart.json': chartUsing(b),
    });
    assert.deepEqual(undeclared.map(keys), [['anyKey', 'basicConnection']]);
    assert.equal(undeclared[0]!.connectionType.type, 'http_basic');
  });

  it('does not count a field that authType leaves unused, though the Connection is not called unused', () => {
    const config = { authType: 'none', basicConnection: b };
    const files = {
      '.cognigy/connections.json': connectionsText(entry(b, 'X')),
      'agent/flows/F/en-US/chart.json': chartText(httpNode('1', 'Stale', config)),
    };
    assert.deepEqual(list(files).declared.map(keys), [[]]);
    assert.equal(connectionUsage(resolve(files)[0]!).isUsed(b), true);
  });

  it('counts an LLM resource as a use that is no node, and lists an ID that only LLMs name once it is declared', () => {
    const files = {
      'agent/flows/F/en-US/chart.json': chartUsing(c),
      'agent/largelanguagemodels/GPT.json': JSON.stringify({ name: 'Answers', connectionId: b }),
    };
    assert.deepEqual(
      list(files).undeclared.map(({ referenceId: id }) => id),
      [c],
    );
    const [project] = resolve({ ...files, '.cognigy/connections.json': connectionsText(entry(b, 'X')) });
    const uses = listConnections(project!).declared[0]?.uses ?? [];
    assert.deepEqual(
      uses.map(({ file, flow, use }) => [file, flow, use.nodeLabel]),
      [['agent/largelanguagemodels/GPT.json', '', 'Answers']],
    );
    assert.deepEqual([countNodes(uses), countLlms(uses)], [0, 1]);
    assert.equal(connectionUsage(project!).isUsed(b), true);
  });

  it('can’t say what is unused while an LLM resource can’t be read', () => {
    const [project] = resolve({
      'agent/flows/F/en-US/chart.json': chartUsing(c),
      'agent/largelanguagemodels/GPT.json': '{',
    });
    assert.equal(connectionUsage(project!).isComplete, false);
  });

  it('suggests the host of the first node’s URL, else its label', () => {
    const name = (text: string) =>
      suggestName(list({ 'agent/flows/F/en-US/chart.json': text }).undeclared[0]!);
    assert.equal(name(chartUsing(b)), 'api.example.com');
    assert.equal(name(chartText(httpNode('1', 'Get', { authType: 'basic', basicConnection: b }))), 'Get');
  });
});

import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { main } from '../../../src/cli/main';
import { surroundings } from '../../support/commandLine';
import {
  chartUsing,
  connectionsText,
  entry,
  flowConfigText,
  localesText,
  referenceId,
} from '../../support/flows';
import { gitEnvironment, GitRepository } from '../../support/gitRepository';

const chartOf = (flow: string) => `agent/flows/${flow}/en-US/chart.json`;
const unknown = chartUsing(referenceId('b'));
const sound = chartUsing(referenceId('a'));
const connections = '.cognigy/connections.json';

describe('validate --staged', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let repository: GitRepository;
  beforeEach(() => {
    temporary = temporaryFolder('staged');
    repository = new GitRepository(temporary.path);
  });
  afterEach(() => temporary.remove());

  const run = async (cwd: string, args: readonly string[], environment = gitEnvironment) => {
    const { around, written } = surroundings(join(temporary.path, cwd));
    const exitCode = await main(['validate', '--staged', ...args], { ...around, environment });
    return { exitCode, ...written };
  };
  /** What is found, as the file's place in the repository and the code, without what is information. */
  const found = async (args: readonly string[] = [], cwd = '.', environment = gitEnvironment) => {
    const { stdout, stderr } = await run(cwd, ['--format', 'json', ...args], environment);
    assert.equal(stderr, '');
    const { problems } = JSON.parse(stdout) as { problems: Record<'file' | 'code' | 'severity', string>[] };
    return problems
      .filter(({ severity }) => severity !== 'info')
      .map(({ file, code }) => {
        const place = relative(temporary.path, resolve(temporary.path, cwd, file));
        return `${place.replaceAll('\\', '/')} ${code}`;
      });
  };
  const unknownIn = (flow: string) => `${chartOf(flow)} connection-unknown`;
  /** A flow with the files that belong to it. */
  const flowFiles = (flow: string, chart: string) => ({
    [chartOf(flow)]: chart,
    [`agent/flows/${flow}/en-US/intents.json`]: '[]',
    [`agent/flows/${flow}/config.json`]: flowConfigText(flow, '9'),
  });
  const stageFlow = (flow: string, chart: string) => repository.stage(flowFiles(flow, chart));
  /** A project that knows one Connection, and what else is staged with it. */
  const stageProject = (files: Readonly<Record<string, string>> = {}) =>
    repository.stage({
      [connections]: connectionsText(entry(referenceId('a'), 'A')),
      'agent/flows/locales.json': localesText,
      ...files,
    });

  it('judges what is staged, whatever is on disk', async () => {
    stageProject({ ...flowFiles('Broken', unknown), ...flowFiles('Sound', sound) });
    repository.put(chartOf('Broken'), sound);
    repository.put(chartOf('Sound'), '{');
    repository.put(connections, connectionsText(entry(referenceId('b'), 'B')));
    assert.deepEqual(await found(), [unknownIn('Broken')]);
    rmSync(join(temporary.path, 'agent'), { recursive: true });
    assert.deepEqual(await found(), [unknownIn('Broken')]);
  });

  it('gives the verdict that the disk would have', async () => {
    cpSync('test/fixtures/samples', temporary.path, { recursive: true });
    repository.git('add', '--all');
    const { around, written } = surroundings(temporary.path);
    await main(['validate', '.', '--format', 'json'], around);
    const staged = await run('.', ['--format', 'json']);
    assert.deepEqual(staged, { exitCode: 0, ...written });
    assert.match(staged.stdout, /"files": 17,/);
  });

  it('reports what is staged alone, and knows all that a commit would have', async () => {
    stageProject(flowFiles('Old', unknown));
    repository.commit();
    stageFlow('New', unknown);
    assert.deepEqual(await found(), [unknownIn('New')]);
    repository.stage({ [connections]: connectionsText(entry(referenceId('b'), 'B')) });
    assert.deepEqual(await found(), []);
    // A commit of it alone would break what is there.
    repository.stage({ [connections]: '{' });
    const { exitCode, stderr } = await run('.', []);
    assert.equal(exitCode, 2);
    assert.match(stderr, /connections\.json/);
  });

  it('forgets what is deleted, and judges what is renamed by its new name', async () => {
    const others = { 'charts/a.json': unknown, [chartOf('Away')]: unknown };
    stageProject({ ...flowFiles('Main', unknown), ...others });
    repository.commit();
    repository.git('rm', '--quiet', chartOf('Away'));
    assert.deepEqual(await found(), []);
    repository.git('mv', 'charts/a.json', 'a.flow.json');
    repository.git('mv', 'agent/flows/Main', 'agent/flows/Other');
    repository.remove('a.flow.json');
    assert.deepEqual(await found(), ['a.flow.json connection-unknown', unknownIn('Other')]);
  });

  it('says nothing of other files, nor where nothing is staged', async () => {
    const silence = { exitCode: 0, stdout: '', stderr: '' };
    assert.deepEqual(await run('.', []), silence);
    repository.stage({
      'helm/chart.json': '{"name": "redis"',
      'src/chart.json': '[1, 2]',
      'x.flow.json': '{"nodes": [], "edges": []}',
      'package.json': '{',
    });
    repository.put(chartOf('Main'), '{');
    assert.deepEqual(await run('.', ['helm/chart.json', 'src/chart.json', 'x.flow.json', 'gone']), silence);
    assert.deepEqual(await run('.', []), silence);
    assert.match((await run('.', ['--format', 'json'])).stdout, /"files": 0,/);
  });

  it('reports what is below the paths that are named', async () => {
    stageProject({ ...flowFiles('One', unknown), ...flowFiles('Two', unknown) });
    assert.deepEqual(await found([chartOf('Two')]), [unknownIn('Two')]);
    assert.deepEqual(await found(['../Two'], 'agent/flows/One'), [unknownIn('Two')]);
    assert.deepEqual(await found([join(temporary.path, 'agent/flows/One')]), [unknownIn('One')]);
    assert.deepEqual(await found([], 'agent/flows/One'), [unknownIn('One'), unknownIn('Two')]);
    assert.deepEqual(await found(['agent/flows/T']), []);
  });

  it('takes any name, and Git’s settings as they are', async () => {
    stageProject();
    const names = ['--all', ':x', 'Käse “x”', 'a\tb\nc', '*'];
    for (const name of names) {
      for (const [path, content] of Object.entries(flowFiles(name, unknown)))
        repository.stageOnly(path, '100644', content);
    }
    for (const [name, value] of [
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['status.relativePaths', 'true'],
      ['color.ui', 'always'],
    ] as const)
      repository.git('config', name, value);
    const environment = { ...gitEnvironment, GIT_LITERAL_PATHSPECS: '1' };
    const files = await found([], 'agent', environment);
    assert.deepEqual(files, names.map(unknownIn).sort());
  });

  it('leaves out what is excluded in the index, and not what Git ignores', async () => {
    stageProject({
      '.gitignore': 'agent\n.cognigy\n',
      ...{ ...flowFiles('One', unknown), ...flowFiles('Two', unknown), ...flowFiles('Three', unknown) },
      '.cognigy/validation.json': '{"exclude": ["agent/flows/One"]}',
    });
    repository.put('.cognigy/validation.json', '{"exclude": ["agent"]}');
    assert.deepEqual(await found(['--exclude', '**/Two']), [unknownIn('Three')]);
    assert.equal((await found(['--exclude', '**/Two', '--no-ignore'])).length, 3);
    assert.deepEqual(await found(['--exclude', '**']), []);
  });

  it('follows links within the index, and looks into no submodule', async () => {
    repository.stage({
      'agent/flows/locales.json': localesText,
      ...flowFiles('Main', unknown),
      'shared/connections.json': connectionsText(entry(referenceId('a'), 'A')),
    });
    repository.stageOnly(connections, '120000', '../link.json');
    repository.stageOnly('link.json', '120000', 'shared/connections.json');
    repository.stageOnly('x.flow.json', '120000', chartOf('Main'));
    repository.stageOnly('folder.flow.json', '120000', 'agent');
    repository.stageOnly('circle.flow.json', '120000', 'circle.flow.json');
    repository.stageOnly('out.flow.json', '120000', '../../etc/passwd');
    const commit = 'c'.repeat(40);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module.flow.json`);
    assert.deepEqual(await found(), [unknownIn('Main'), 'x.flow.json connection-unknown']);
  });

  it('reads content as Git has it', async () => {
    repository.put('.gitattributes', '*.json working-tree-encoding=UTF-16LE eol=crlf\n');
    const utf16 = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf16le');
    repository.stage({
      [connections]: utf16(connectionsText(entry(referenceId('a'), 'A'))),
      [chartOf('Main')]: utf16(unknown),
    });
    assert.ok((await found()).includes(unknownIn('Main')));
  });

  it('takes no file that is only meant to be added', async () => {
    repository.stage({ 'agent/flows/locales.json': localesText, ...flowFiles('Main', unknown) });
    repository.put(connections, connectionsText());
    repository.git('add', '--intent-to-add', connections);
    assert.deepEqual(await found(), []);
    repository.git('add', connections);
    assert.deepEqual(await found(), [unknownIn('Main')]);
  });

  it('can’t judge a conflict', async () => {
    stageProject(flowFiles('Main', sound));
    const id = repository.git('rev-parse', `:${chartOf('Main')}`).trim();
    const stages = [1, 2, 3].map((stage) => `100644 ${id} ${stage}\t${chartOf('Main')}\n`);
    repository.git('rm', '--quiet', '--cached', chartOf('Main'));
    repository.tryGit(['update-index', '--index-info'], '.', stages.join(''));
    const { exitCode, stderr } = await run('.', []);
    const shown = join(...chartOf('Main').split('/'));
    assert.deepEqual([exitCode, stderr], [2, `${shown}: the merge conflict isn’t resolved.\n`]);
    assert.equal((await run('.', ['--exclude', 'agent'])).exitCode, 0);
  });

  it('says in one sentence where there is no repository, or no Git', async () => {
    rmSync(join(temporary.path, '.git'), { recursive: true });
    mkdirSync(join(temporary.path, 'empty'));
    const outside = { ...gitEnvironment, GIT_CEILING_DIRECTORIES: join(temporary.path, '..') };
    const { exitCode, stderr } = await run('.', [], outside);
    const sentence = '--staged: Git says: not a git repository (or any of the parent directories): .git\n';
    assert.deepEqual([exitCode, stderr], [2, sentence]);
    const without = await run('.', [], { PATH: join(temporary.path, 'empty') });
    assert.deepEqual([without.exitCode, without.stderr], [2, '--staged: Git isn’t on the PATH.\n']);
  });

  it('reads the index of another worktree', async () => {
    stageProject();
    repository.commit();
    repository.git('worktree', 'add', '--quiet', 'tree');
    repository.put(`tree/${chartOf('Main')}`, unknown);
    repository.tryGit(['add', '.'], 'tree');
    assert.ok((await found([], 'tree')).includes(`tree/${unknownIn('Main')}`));
    assert.deepEqual(await found(), []);
  });

  it('as a hook keeps a commit with a problem out, and lets all others in', () => {
    const tool = JSON.stringify(
      resolve(process.env.FLOW_CONNECTIONS_CLI ?? 'dist/cli.js').replaceAll('\\', '/'),
    );
    const hook = '.git/hooks/pre-commit';
    repository.put(hook, `#!/bin/sh\nexec node ${tool} validate --staged --fail-on warning\n`);
    chmodSync(join(temporary.path, hook), 0o755);
    const commit = (cwd: string, ...args: string[]) =>
      repository.tryGit(['commit', '--message', 'x', ...args], cwd);
    stageProject(flowFiles('Main', unknown));
    repository.put(chartOf('Main'), sound);
    const refused = commit('.');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /connection-unknown/);
    assert.equal(commit('agent/flows', '--all').status, 0, 'what is on disk is committed');
    // What else is staged stays out of a commit that names a file.
    stageFlow('Other', unknown);
    repository.put(chartOf('Main'), `${sound}\n`);
    assert.equal(commit('.', '--', chartOf('Main')).status, 0);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { chartUsing, connectionsText, localesText, referenceId } from '../../support/flows';

const root = resolve('.');

/** The first line of a text that a pattern fits, as its groups. */
function lineIn(text: string, pattern: RegExp): string[] {
  const found = text.split('\n').flatMap((line) => pattern.exec(line)?.slice(1) ?? []);
  assert.notEqual(found.length, 0, String(pattern));
  return found;
}

describe('Where other services start the command line', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(() => {
    temporary = temporaryFolder('services');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  /** A program that anything with this PATH finds, made of a line for the shell. */
  const putProgram = (place: string, name: string, line: string) => {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, place, name), 0o755);
    return join(folder, place);
  };
  const shell = (script: string, environment: Readonly<Record<string, string>>, cwd = folder) => {
    const { PATH = '', ...others } = environment;
    const path = [PATH, dirname(process.execPath), process.env.PATH].join(delimiter);
    const env = { ...process.env, ...others, PATH: path };
    return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd, env, encoding: 'utf8' });
  };

  describe('the GitHub Action', () => {
    const action = readFileSync('action.yml', 'utf8');
    const [script = ''] = lineIn(action, /^ +- run: (.*)$/);
    /** Runs the step as the runner would, with what a workflow gives to the inputs. */
    const run = (inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) => {
      const names = [...action.matchAll(/^ +(\w+): \$\{\{ inputs\.([\w-]+) \}\}$/gm)];
      const defaults = new Map(
        [...action.matchAll(/^ {2}([\w-]+):\n {4}description: .*\n {4}default: (.*)$/gm)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      );
      assert.deepEqual([...defaults.keys()], ['path', 'fail-on', 'format']);
      const environment = names.map(([, name = '', input = '']) => [
        name,
        inputs[input] ?? defaults.get(input) ?? '',
      ]);
      const paths = { GITHUB_ACTION_PATH: root, GITHUB_WORKSPACE: folder };
      const given = Object.fromEntries(environment) as Record<string, string>;
      return shell(script, { ...paths, ...given, ...more });
    };
    const putProject = (place: string) => {
      mkdirSync(join(folder, place, '.cognigy'), { recursive: true });
      mkdirSync(join(folder, place, 'agent/flows/Main/en-US'), { recursive: true });
      writeFileSync(join(folder, place, '.cognigy/connections.json'), connectionsText());
      writeFileSync(join(folder, place, 'agent/flows/locales.json'), localesText);
      writeFileSync(join(folder, place, 'agent/flows/Main/en-US/chart.json'), chartUsing(referenceId('b')));
    };

    it('takes a workflow’s inputs, and nothing of them into a script', () => {
      assert.equal(action.split('\n').filter((line) => line.includes('${{')).length, 3);
      putProject('one');
      putProject('--format');
      const { status, stdout } = run({ path: '\n  one \n--format\n', 'fail-on': 'warning' });
      assert.equal(status, 1);
      for (const place of ['one', '--format'])
        assert.match(
          stdout,
          new RegExp(`^::warning file=${place}/agent/flows/Main/en-US/chart\\.json,`, 'm'),
        );
      const hostile = '$(touch pwned) `touch pwned` "; touch pwned; "; touch pwned';
      for (const inputs of [{ path: `${hostile}\n--help` }, { 'fail-on': hostile, format: hostile }])
        assert.equal(run(inputs).status, 2, JSON.stringify(inputs));
      assert.ok(!readdirSync(folder).includes('pwned'));
    });

    it('builds the command line of its checkout, outside of what is checked', () => {
      putProject('one');
      const checkout = join(folder, 'checkout');
      for (const path of ['esbuild.js', 'package.json', 'package-lock.json', 'schemas', 'scripts', 'src'])
        cpSync(path, join(checkout, path), { recursive: true });
      // In place of the network there is what is installed here.
      const place = JSON.stringify(join(root, 'node_modules'));
      const PATH = putProgram('bin', 'npm', `cp package.json package-lock.json .. && ln -s ${place} .`);
      const temporaryOfRunner = join(folder, 'runner');
      mkdirSync(temporaryOfRunner);
      const environment = { GITHUB_ACTION_PATH: checkout, RUNNER_TEMP: temporaryOfRunner, PATH };
      const { status, stdout, stderr } = run({ path: 'one', format: 'text' }, environment);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /in 1 flow file/);
      assert.deepEqual(readdirSync(temporaryOfRunner), ['package-lock.json', 'package.json']);
      const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
      const asked = readFileSync(join(temporaryOfRunner, 'package.json'), 'utf8');
      const { dependencies } = JSON.parse(asked) as { dependencies: Record<string, string> };
      assert.deepEqual(Object.keys(dependencies), ['esbuild', 'fflate', 'jsonc-parser']);
      for (const [name, version] of Object.entries(dependencies))
        assert.equal(devDependencies?.[name as keyof object], version);
      assert.doesNotMatch(readFileSync(join(temporaryOfRunner, 'package-lock.json'), 'utf8'), /"dev":/);
    });
  });

  it('the hook of pre-commit runs the project’s own tool, else one on the PATH, else npx', () => {
    const [entry = ''] = lineIn(readFileSync('.pre-commit-hooks.yaml', 'utf8'), /^ +entry: (.*)$/);
    const npx = putProgram('npx', 'npx', 'echo npx "$@"');
    const installed = putProgram('installed', 'flow-connections', 'echo installed "$@"');
    const run = (...places: string[]) =>
      shell(`${entry} --fail-on 'a b'`, { PATH: places.join(delimiter) }).stdout;
    assert.equal(run(npx), 'npx --yes flow-connections validate --staged --fail-on a b\n');
    assert.equal(run(npx, installed), 'installed validate --staged --fail-on a b\n');
    putProgram('node_modules/.bin', 'flow-connections', 'echo own "$@"; exit 1');
    assert.equal(run(npx, installed), 'own validate --staged --fail-on a b\n');
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { main } from '../../../src/cli/main';
import { runCommandLine, surroundings } from '../../support/commandLine';
import {
  chartUsing,
  connectionsText,
  entry,
  flowConfigText,
  localesText,
  referenceId,
} from '../../support/flows';

interface Checked {
  readonly files: number;
  readonly problems: readonly { readonly file: string; readonly code: string; readonly severity: string }[];
}

describe('Which files the command line looks at', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(() => {
    temporary = temporaryFolder('discovery');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  const put = (path: string, content: string | Uint8Array = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  /** A clone of the CLI with one flow, whose node names a Connection. */
  const putAgent = (agent: string, connection: string, flow = 'Main') => {
    put(`${agent}/flows/${flow}/en-US/chart.json`, chartUsing(referenceId(connection)));
    put(`${agent}/flows/${flow}/en-US/intents.json`, '[]');
    put(`${agent}/flows/${flow}/config.json`, flowConfigText(flow, '9'));
    put(`${agent}/flows/locales.json`, localesText);
  };
  const declare = (project: string, ...digits: string[]) =>
    put(
      `${project}/.cognigy/connections.json`,
      connectionsText(...digits.map((digit) => entry(referenceId(digit), digit))),
    );
  const link = (path: string, target: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // Windows makes links to folders without being asked for rights only as junctions.
    symlinkSync(resolve(dirname(join(folder, path)), target), join(folder, path), 'junction');
  };
  const run = (cwd: string, ...args: string[]) => runCommandLine(join(folder, cwd), ...args);
  /** What `validate` found, by the file's place in the folder and the code. */
  const validate = async (cwd: string, ...args: string[]) => {
    const { exitCode, stdout, stderr } = await run(cwd, 'validate', ...args, '--format', 'json');
    const { files, problems } = JSON.parse(stdout) as Checked;
    // What is not used, and what nobody can know, is information.
    const found = problems.flatMap(({ file, code, severity }) => {
      const place = relative(folder, resolve(folder, cwd, file)).replaceAll('\\', '/');
      return severity === 'warning' ? [`${place} ${code}`] : [];
    });
    return { exitCode, stderr, files, found };
  };
  const unknownIn = (agent: string) => `${agent}/flows/Main/en-US/chart.json connection-unknown`;

  for (const mark of ['.git', '.cognigy', 'config.json']) {
    it(`judges the same whatever the folder and the argument, by ${mark}`, async () => {
      // The other marks declare nothing.
      if (mark === 'config.json') put('p/config.json', '{"agent": "x", "agentDir": "./agent"}');
      else if (mark === '.git') mkdirSync(join(folder, 'p/.git'), { recursive: true });
      if (mark === '.cognigy') declare('p', 'a');
      putAgent('p/agent', 'b');
      putAgent('p/agent', 'a', 'Other');
      const chart = 'flows/Main/en-US/chart.json';
      const expected = mark === '.cognigy' ? [unknownIn('p/agent')] : [];
      for (const [cwd, ...args] of [
        ['p', '.'],
        ['p', 'agent'],
        ['p', 'agent/flows/Main'],
        ['p', `agent/${chart}`],
        ['.', 'p'],
        ['.', 'p/agent/flows', `p/agent/${chart}`],
        ['p/agent/flows/Main', '.'],
        ['p/agent/flows/Main/en-US', 'chart.json'],
        ['p/agent/flows/Other', '../Main'],
        ['.', join(folder, 'p/agent')],
      ] as [string, ...string[]][]) {
        const { exitCode, stderr, found } = await validate(cwd, ...args);
        assert.deepEqual({ exitCode, stderr, found }, { exitCode: 0, stderr: '', found: expected }, args[0]);
      }
      assert.equal((await validate('p', 'agent', 'agent/flows/Main')).files, 2);
      assert.equal((await validate('p', 'agent/flows/Main')).files, 1);
    });
  }

  it('judges each project of a repository as when that one is asked for', async () => {
    mkdirSync(join(folder, '.git'));
    for (const [project, declared, used] of [
      ['sales', 'a', 'b'],
      ['support', 'b', 'b'],
      ['envs/prod', 'b', 'a'],
    ] as const) {
      declare(project, declared);
      putAgent(`${project}/agent`, used);
    }
    const all = await validate('.', '.');
    assert.deepEqual(all.found.sort(), [unknownIn('envs/prod/agent'), unknownIn('sales/agent')]);
    for (const project of ['sales', 'support', 'envs/prod']) {
      const { found } = await validate('.', project);
      assert.deepEqual(
        found,
        all.found.filter((text) => text.startsWith(project)),
      );
    }
  });

  it('finds a connections file further out than a config of the CLI', async () => {
    declare('.', 'b');
    put('bots/sales/config.json', '{"agent": "x", "agentDir": "./agent"}');
    putAgent('bots/sales/agent', 'b');
    putAgent('bots/support/agent', 'c');
    assert.deepEqual((await validate('bots/sales', '.')).found, []);
    assert.deepEqual((await validate('.', '.')).found, [unknownIn('bots/support/agent')]);
  });

  it('lists the Connections of what was asked for, by their uses or where they are declared', async () => {
    declare('p', 'a', 'b', 'c');
    putAgent('p/agent', 'a');
    putAgent('p/agent', 'b', 'Other');
    const names = async (path: string) =>
      (await run('p', 'connections', path)).stdout.match(/^[abc](?= )/gm)?.join('') ?? '';
    assert.equal(await names('agent/flows/Main'), 'a');
    assert.equal(await names('agent/flows/Other/en-US/chart.json'), 'b');
    assert.equal(await names('.cognigy/connections.json'), 'abc');
    assert.equal(await names('.'), 'abc');
  });

  it('ends at a repository, but not at a submodule', async () => {
    declare('.', 'a');
    mkdirSync(join(folder, 'own/.git'), { recursive: true });
    putAgent('own/agent', 'b');
    mkdirSync(join(folder, 'repo/.git'), { recursive: true });
    declare('repo', 'a');
    put('repo/agent/.git', 'gitdir: ../.git/modules/agent\n');
    putAgent('repo/agent', 'b');
    for (const arg of ['.', 'own', 'repo', 'repo/agent']) {
      const expected = arg === 'own' ? [] : [unknownIn('repo/agent')];
      assert.deepEqual((await validate('.', arg)).found, expected, arg);
    }
  });

  it('takes a folder in which all sorts of things lie for no project', async () => {
    declare('.', 'a');
    putAgent('p/agent', 'b');
    const { around, written } = surroundings(folder, [folder]);
    await main(['validate', 'p', '--format', 'json'], around);
    assert.doesNotMatch(written.stdout, /"severity": "warning"/);
    await main(['validate', '.', '--format', 'json'], around);
    assert.match(written.stdout, /"severity": "warning"/, 'it is asked for');
  });

  it('fails when there is nothing to check, unless that is allowed', async () => {
    putAgent('agent', 'b');
    put('docs/a.txt');
    mkdirSync(join(folder, 'empty'));
    for (const arg of ['docs', 'empty']) {
      const { exitCode, stderr } = await run('.', 'validate', arg);
      assert.deepEqual([exitCode, stderr], [2, `no flow files below “${arg}”.\n`]);
      assert.equal((await run('.', 'connections', arg)).exitCode, 2);
      assert.equal((await run('.', 'validate', arg, '--allow-empty')).exitCode, 0);
    }
    assert.equal((await run('.', 'validate', 'agent', 'docs')).exitCode, 2);
    const glob = await run('.', 'validate', 'agnet/**/chart.json');
    assert.deepEqual([glob.exitCode, glob.stderr], [2, 'agnet/**/chart.json: no such file or folder.\n']);
    assert.equal((await run('.', 'validate')).exitCode, 2);
    assert.equal((await run('.', 'validate', '--allow-empty')).exitCode, 0);
    assert.equal((await run('.', 'validate', 'docs/a.txt', '--allow-empty')).exitCode, 0);
    assert.equal(
      (await run('.', 'validate', 'docs/a.txt')).stderr,
      'docs/a.txt: not a Cognigy.AI flow file.\n',
    );
    assert.equal((await run('.', 'validate', 'nowhere', '--allow-empty')).exitCode, 2);
  });

  it('checks what is left out when nothing else was asked for, and says so', async () => {
    declare('.', 'a');
    put('.gitignore', 'dist/\n');
    putAgent('agent', 'a');
    putAgent('dist/agent', 'b');
    assert.deepEqual((await validate('.', '.')).found, []);
    for (const arg of ['dist', 'dist/agent/flows/Main/en-US/chart.json']) {
      const { found, stderr, files } = await validate('.', arg, 'agent');
      assert.deepEqual([found, files], [[unknownIn('dist/agent')], 2]);
      assert.match(stderr, new RegExp(`^${arg}: .* left out .*Checked anyway`));
    }
  });

  it('follows a link once, and counts each file where it really is', async () => {
    putAgent('shared/agent', 'b');
    link('project/agent', '../shared/agent');
    link('project/again', '.');
    assert.equal((await validate('project', '.')).files, 1);
    assert.equal((await validate('.', 'project')).files, 1);
    assert.equal((await validate('.', '.')).files, 1);
    // Another one in the same project is not a second copy.
    declare('.', 'a');
    link('project/twice', '../shared');
    for (const arg of ['.', 'project', 'project/agent', 'shared']) {
      const { found, files } = await validate('.', arg, 'project/agent/flows');
      assert.deepEqual([found, files], [[unknownIn('shared/agent')], 1], arg);
    }
  });

  it('counts what a link leads to outside of the project where the link is', async () => {
    declare('project', 'a');
    putAgent('shared/agent', 'b');
    link('project/agent', '../shared/agent');
    putAgent('project/other', 'a');
    link('project/loop', '..');
    for (const arg of ['project', 'project/agent', 'project/agent/flows/Main/en-US/chart.json']) {
      const { found, files } = await validate('.', arg);
      assert.deepEqual([found, files], [[unknownIn('project/agent')], arg === 'project' ? 2 : 1], arg);
    }
  });

  it('leaves out what .gitignore names, excludes and other worktrees, but not a submodule', async () => {
    declare('.', 'a');
    for (const place of ['agent', 'out/agent', 'sub/keep/agent', 'sub/drop/agent', 'old/agent', 'tree/agent'])
      putAgent(place, 'b');
    put('.gitignore', 'out/\n/old\n!/old\n.cognigy/\n');
    put('sub/.gitignore', '*\n!keep/\n!keep/**\n');
    put('.cognigy/validation.json', '{"exclude": ["old", 1, "["]}');
    put('tree/.git', 'gitdir: /somewhere/.git/worktrees/tree\n');
    put('node_modules/p/agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    const left = [unknownIn('agent'), unknownIn('sub/keep/agent')];
    assert.deepEqual((await validate('.', '.')).found, left);
    assert.deepEqual((await validate('.', '.', '--exclude', 'sub/**')).found, [unknownIn('agent')]);
    assert.equal((await validate('.', '.', '--no-ignore')).files, 6);
    assert.match((await run('.', 'validate', '.', '--exclude', '[')).stderr, /“\[” isn’t a valid glob/);
  });

  it('looks only into archives that are packages by their directory', async () => {
    putAgent('agent', 'b');
    const id = '028de1dee4d3e8c4eaf1acc6';
    const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const files = { 'index.json': encode({ type: 'package' }), [`nodeData/${id}`]: encode({ type: 'say' }) };
    const whole = zipSync(files);
    const encrypted = zipSync(files);
    for (let at = 0; at + 4 < encrypted.length; at++) {
      if (encrypted[at] === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1)
        encrypted[at + 8] = 1;
    }
    const damaged = whole.with(40, 0xff).with(41, 0xff);
    put('lfs.zip', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n');
    put('odd.zip', zipSync({ 'index.json': encode({ type: 'other' }), [`nodeData/${id}`]: encode({}) }));
    put('site.zip', zipSync({ 'index.json': encode({ type: 'package' }), 'a.txt': encode(1) }));
    put('encrypted.zip', encrypted);
    put('damaged.zip', damaged);
    const { exitCode, stderr, files: count } = await validate('.', '.');
    assert.deepEqual({ exitCode, stderr, count }, { exitCode: 0, stderr: '', count: 1 });
    put('p.zip', whole);
    assert.equal((await validate('.', '.')).files, 2);
    assert.equal((await validate('.', '.', 'p.zip')).files, 2);
    for (const [name, sentence] of [
      ['lfs', 'The archive can’t be read.'],
      ['odd', 'not a Cognigy.AI package.'],
      ['encrypted', '“index.json” in the archive is encrypted.'],
    ] as const) {
      const named = await run('.', 'validate', `${name}.zip`);
      assert.deepEqual([named.exitCode, named.stderr], [2, `${name}.zip: ${sentence}\n`]);
    }
    assert.equal((await run('.', 'validate', 'damaged.zip')).exitCode, 2);
  });

  it('does not fail a file for what is broken beside it', async () => {
    mkdirSync(join(folder, '.git'));
    declare('sales', 'b');
    putAgent('sales/agent', 'b');
    put('support/.cognigy/connections.json', '<<<<<<< HEAD\n');
    put('support/.cognigy/validation.json', '{"rules": 1}');
    putAgent('support/agent', 'b');
    put('sales/other/connections/x.json', '{');
    const { exitCode, stderr } = await run('.', 'validate', 'sales/agent/flows/Main/en-US/chart.json');
    assert.deepEqual([exitCode, stderr], [0, '']);
    assert.equal((await run('.', 'validate', 'sales')).exitCode, 0);
    assert.equal((await run('.', 'validate', '.')).exitCode, 2);
    put('sales/agent/connections/x.json', '{');
    assert.equal((await run('.', 'validate', 'sales/agent/flows')).exitCode, 2);
  });

  describe('of the trials', () => {
    const trials = '../shared/trials';
    const copy = (trial: string) => {
      if (!existsSync(trials)) return false;
      cpSync(join(trials, trial), folder, { recursive: true });
      spawnSync('chmod', ['-R', 'u+w', folder]);
      return true;
    };

    it('copies that .gitignore leaves out', async () => {
      if (!copy('07-copies')) return;
      renameSync(join(folder, 'gitignore.txt'), join(folder, '.gitignore'));
      for (const arg of ['.', 'agent']) assert.equal((await validate('.', arg)).found.length, 1);
      assert.equal((await validate('.', '.', '--no-ignore')).found.length, 7);
      mkdirSync(join(folder, '.git'));
      assert.equal((await validate('.', '.')).found.length, 1);
    });

    it('a package with backslashes in its names', async () => {
      if (!copy('17-zips')) return;
      const codes = async (name: string) =>
        (await validate('.', name)).found.map((text) => text.split('!')[1]);
      assert.deepEqual(await codes('b-backslash.zip'), await codes('a-plain.zip'));
    });
  });
});

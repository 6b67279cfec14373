import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { main } from '../../../src/cli/main';
import { shippedCatalog } from '../../support/catalog';
import { surroundings } from '../../support/commandLine';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';
import { makeWorkspace } from '../../support/workspaces';

/** What was found in each file, by the place where the file is shown. */
type Verdicts = ReadonlyMap<string, readonly string[]>;

interface Run {
  readonly verdicts: Verdicts;
  /** Whether what is left out was looked at all the same. */
  readonly isAll: boolean;
  readonly isEmpty: boolean;
}

/** The files below a path, links followed, by their real paths. */
function realFiles(path: string, on: ReadonlySet<string> = new Set()): string[] {
  const real = realpathSync(path);
  if (!statSync(real).isDirectory()) return [real];
  if (on.has(real)) return [];
  return readdirSync(real).flatMap((name) => realFiles(join(real, name), new Set([...on, real])));
}

/** The repository or worktree around a path, if it is in one. */
function repositoryOf(path: string, within: string): string | undefined {
  for (let folder = path; folder !== within; folder = dirname(folder)) {
    const git = join(folder, '.git');
    if (!existsSync(git)) continue;
    if (statSync(git).isDirectory() || readFileSync(git, 'utf8').includes('worktrees')) return folder;
  }
  return undefined;
}

describe('The verdict of the command line', () => {
  it('is the same whatever the folder and the argument', async function () {
    this.timeout(60_000);
    const random = seededRandom(10);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const catalog = shippedCatalog();
    const { path: temporary, remove } = temporaryFolder('verdict');
    let compared = 0;

    const run = async (cwd: string, ...args: string[]): Promise<Run> => {
      const { around, written } = surroundings(cwd, [temporary, dirname(temporary)], catalog);
      await main(['validate', '--format', 'json', ...args], around);
      const { problems } = JSON.parse(written.stdout) as { problems: Record<string, string | number>[] };
      const verdicts = new Map<string, string[]>();
      for (const { file, line, column, severity, code } of problems) {
        // Whether a Connection is used is said where it is declared, of all that is asked for.
        const path = resolve(cwd, String(file));
        verdicts.set(path, [...(verdicts.get(path) ?? []), `${line}:${column} ${severity} ${code}`]);
      }
      const { stderr } = written;
      return {
        verdicts,
        isAll: stderr.includes('Checked anyway'),
        isEmpty: stderr.includes('no flow files'),
      };
    };

    for (let round = 0; round < rounds(800); round++) {
      const folder = join(temporary, `${round}`);
      mkdirSync(folder);
      const paths = makeWorkspace(folder, random);
      const expected = await run(folder, '.');
      let whole: Run | undefined;
      const folders = ['.', ...paths.filter((path) => statSync(join(folder, path)).isDirectory())];
      for (let turn = 0; turn < 2; turn++) {
        const cwd = realpathSync(join(folder, pick(folders)));
        const asked = join(folder, pick(paths));
        const arg = random() < 0.2 ? asked : relative(cwd, asked) || '.';
        const { verdicts, isAll, isEmpty } = await run(cwd, arg);
        if (isAll) whole ??= await run(folder, '.', '--no-ignore');
        // A repository inside is a root of its own, which the one around it may leave out.
        const own = repositoryOf(asked, folder);
        let inner: Run | undefined;
        const reference = (isAll && whole ? whole : expected).verdicts;
        const where = `round ${round}: ${relative(folder, cwd)} ${arg}`;
        const below = new Set(realFiles(asked));
        const byReal = new Map([...reference].map(([path, found]) => [realpathSync(path), found]));
        for (const [path, found] of verdicts) {
          const real = realpathSync(path);
          assert.ok(below.has(real), `${where}: ${path} was not asked for`);
          let other = reference.get(path) ?? byReal.get(real);
          if (!other && own !== undefined) other = (inner ??= await run(folder, own)).verdicts.get(path);
          assert.deepEqual(found, other, `${where}: ${path}`);
          compared++;
        }
        for (const path of reference.keys()) {
          const isAsked = path === asked || path.startsWith(asked + sep);
          if (isAsked && !isEmpty) assert.ok(verdicts.has(path), `${where}: ${path} was left out`);
        }
      }
      rmSync(folder, { recursive: true, force: true });
    }
    assert.ok(compared > 500, `${compared} files were compared`);
    remove();
  });
});

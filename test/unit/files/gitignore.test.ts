import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { readGitignore } from '../../../src/core/files/gitignore';
import { parentFolder } from '../../../src/core/flow/filePlace';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

/** Whether a path is left out by the `.gitignore` files of some folders, as one who walks finds out. */
function isIgnored(path: string, isFolder: boolean, files: Readonly<Record<string, string>>): boolean {
  const parent = parentFolder(path);
  if (path !== '' && parent !== '' && isIgnored(parent, true, files)) return true;
  const folders = Object.keys(files).filter((folder) => folder === '' || path.startsWith(`${folder}/`));
  for (const folder of folders.sort((a, b) => b.length - a.length)) {
    const relative = folder === '' ? path : path.slice(folder.length + 1);
    const verdict = readGitignore(files[folder] ?? '').verdictOn(relative, isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

describe('gitignore', () => {
  it('is read as gitignore(5) has it', () => {
    for (const [text, path, expected] of [
      ['dist/', 'dist', true],
      ['dist/', 'a/dist', true],
      ['/dist', 'a/dist', false],
      ['a/dist', 'b/a/dist', false],
      ['**/dist', 'b/a/dist', true],
      ['# dist\n\\#x', '#x', true],
      ['*.json\n!keep.json', 'keep.json', false],
      ['\\!x', '!x', true],
      ['x  ', 'x', true],
      ['x\\ ', 'x ', true],
      ['x\r\ny', 'x', true],
      ['\uFEFFx', 'x', true],
      ['a/**', 'a', false],
      ['a/**', 'a/b', true],
      ['a/**/b', 'a/b', true],
      ['{a,b}', 'a', false],
      ['{a,b}', '{a,b}', true],
      ['[', '[', false],
      ['[[:digit:]]x', '1x', true],
      ['[]-]x', ']x', true],
    ] as const) {
      assert.equal(readGitignore(text).verdictOn(path, true) ?? false, expected, `${text} ${path}`);
    }
    assert.equal(readGitignore('dist/').verdictOn('dist', false), undefined);
  });

  it('knows no class by a name of Object’s own', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      assert.equal(readGitignore(`[[:${name}:]]*`).verdictOn('a', false), undefined, name);
    }
  });

  it('leaves out what Git leaves out, whatever the patterns', () => {
    const random = seededRandom(2026);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const names = ['a', 'b', 'ab', 'abc', 'a.json', 'b.json', 'x y', 'a]', '-', '#a', '!b', 'a1', 'B', '.c'];
    const parts = [
      'a',
      'b',
      '*',
      '**',
      '?',
      '[ab]',
      '[!a]',
      '[a-c]',
      '[[:alpha:]]',
      '.json',
      'x y',
      '\\a',
      '*b',
    ];
    const odd = [
      '[',
      ']',
      '[]a]',
      '[a-',
      '***',
      '\\',
      '\\#',
      '[^b]',
      '[\\a]',
      '[a-]',
      ' ',
      '{a,b}',
      '[[:x:]]',
    ];
    const segment = () =>
      Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => pick(random() < 0.12 ? odd : parts)).join('');
    const pattern = () => {
      const body = Array.from({ length: pick([1, 1, 2, 3]) }, segment).join('/');
      return `${pick(['', '', '', '!', '#'])}${pick(['', '', '/'])}${body}${pick(['', '', '/', ' ', '\r'])}`;
    };
    const gitignore = () => Array.from({ length: pick([1, 2, 4]) }, pattern).join('\n');
    const { path: folder, remove } = temporaryFolder('gitignore');
    spawnSync('git', ['init', '-q', folder]);
    let found = 0;
    for (let round = 0; round < rounds(100); round++) {
      const inside = join(folder, `${round}`);
      const paths = Array.from({ length: 12 }, () =>
        Array.from({ length: pick([1, 2, 3, 4]) }, () => pick(names)).join('/'),
      );
      const files: Record<string, string> = { '': gitignore() };
      if (random() < 0.5) files[parentFolder(pick(paths))] = gitignore();
      for (const path of paths) mkdirSync(join(inside, path, '..'), { recursive: true });
      for (const path of paths) if (random() < 0.3) mkdirSync(join(inside, path), { recursive: true });
      const folders = new Set<string>();
      for (const path of paths) {
        try {
          writeFileSync(join(inside, path), '');
        } catch {
          folders.add(path);
        }
      }
      for (const [where, text] of Object.entries(files))
        writeFileSync(join(inside, where, '.gitignore'), text);
      const all = [...new Set(paths.flatMap((path) => [path, parentFolder(path)]))].filter(
        (path) => path !== '',
      );
      const input = all.map((path) => `${path}\0`).join('');
      const args = ['check-ignore', '--no-index', '--stdin', '-z'];
      const { stdout } = spawnSync('git', args, { cwd: inside, input, encoding: 'utf8' });
      const expected = new Set(stdout.split('\0').filter((path) => path !== ''));
      for (const path of all) {
        const isFolder = folders.has(path) || paths.every((file) => file !== path);
        const message = JSON.stringify({ path, isFolder, files });
        assert.equal(isIgnored(path, isFolder, files), expected.has(path), message);
        if (expected.has(path)) found++;
      }
      rmSync(inside, { recursive: true, force: true });
    }
    assert.ok(found > 50, `${found} are left out`);
    remove();
  });

  it('takes no time for patterns that are made to take it', () => {
    const evil = `${'*a'.repeat(400)}b\n${'**/a/'.repeat(150)}b\n${'a'.repeat(100_000)}`;
    const path = `${'a/'.repeat(500)}${'a'.repeat(500)}`;
    assert.equal(readGitignore(evil).verdictOn(path, false), undefined);
  });
});

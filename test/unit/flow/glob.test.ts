import assert from 'node:assert/strict';
import { compileGlob } from '../../../src/core/flow/glob';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

/** Tries everything: right, and slow. */
function isFound(names: readonly string[], [segment, ...rest]: readonly string[]): boolean {
  if (segment === undefined) return names.length === 0;
  const [name, ...others] = names;
  if (segment === '**')
    return isFound(names, rest) || (name !== undefined && isFound(others, [segment, ...rest]));
  const pattern = segment
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.')
    .replaceAll(/\{([^,]*),([^}]*)\}/g, '(?:$1|$2)');
  return name !== undefined && new RegExp(`^${pattern}$`).test(name) && isFound(others, rest);
}

describe('Globs', () => {
  it('match as VS Code’s do', () => {
    for (const [glob, path, expected] of [
      ['**/*.json', 'a.json', true],
      ['**/*.json', 'a/b/.c.json', true],
      ['a/**', 'a', true],
      ['a/**', 'a/b/c', true],
      ['a/**', 'ab', false],
      ['a/**/b', 'a/b', true],
      ['a/**/b', 'a/x/y/b', true],
      ['a/*/b', 'a/b', false],
      ['*.json', 'a/b.json', false],
      ['a**b/c', 'axxb/c', true],
      ['a**b/c', 'a/b/c', false],
      ['?.json', 'é.json', true],
      ['{a,b/{c,d}}.json', 'b/d.json', true],
      ['{a,b/{c,d}}.json', 'b.json', false],
      ['{a}.json', 'a.json', true],
      ['[a-c]x[!0-9]', 'bxy', true],
      ['[a-c]x[!0-9]', 'bx1', false],
      ['a(b)+.json', 'a(b)+.json', true],
    ] as const) {
      assert.equal(compileGlob(glob)?.(path), expected, `${glob} ${path}`);
    }
    for (const bad of [
      '[a',
      'a]',
      '{a',
      'a}',
      '}{',
      '{a,{b}',
      '{1,2,3,4,5,6,7,8}'.repeat(3),
      '{a}'.repeat(20_000),
    ]) {
      assert.equal(compileGlob(bad), undefined, bad);
    }
  });

  it('match what a plain search finds, whatever they are made of', () => {
    const random = seededRandom(11);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
    const some = (list: readonly string[], most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list)).join('');
    const path = (part: () => string) => Array.from({ length: 1 + Math.floor(random() * 4) }, part);
    let matching = 0;
    for (let round = 0; round < rounds(80_000); round++) {
      const segments = path(() =>
        random() < 0.25 ? '**' : some(['a', 'b', '*', '?', '.', '[ab]', '{a,b}', '{a,*b}'], 3),
      );
      const names = path(() => some(['a', 'b', 'ab', '.a'], 2));
      const expected = isFound(names, segments);
      const [glob, found] = [segments.join('/'), names.join('/')];
      assert.equal(compileGlob(glob)?.(found), expected, `${glob} ${found}`);
      if (expected) matching++;
    }
    assert.ok(matching > 500, `${matching}`);
  });

  it('take no time for a name that almost matches (8.4)', () => {
    // As a regular expression: longer than anybody waits.
    const evil = `**/${'*a'.repeat(12)}.b.json`;
    assert.equal(compileGlob(evil)?.(`x/${'a'.repeat(250)}`), false);
    assert.equal(
      compileGlob(`${'**/a/'.repeat(12)}b`)?.(Array.from({ length: 400 }, () => 'a').join('/')),
      false,
    );
  });
});

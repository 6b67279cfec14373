import assert from 'node:assert/strict';
import { createFilesExclude } from '../../../src/core/flow/filesExclude';
import { createPlaces } from '../../../src/core/flow/places';

describe('createFilesExclude', () => {
  it('excludes files and folders, and all that is in those', () => {
    const { excludes } = createFilesExclude({
      backup: true,
      '**/old': true,
      'x/*.json': true,
      '{y,z}/[ab]?.json': true,
      'dist/': true,
    });
    for (const path of [
      'backup',
      'backup/agent/a.json',
      'old/a.json',
      'x/old/deep/a.json',
      'x/a.json',
      'x/.a.json',
      'z/b1.json',
      'dist/a.json',
    ]) {
      assert.equal(excludes(path), true, path);
    }
    for (const path of ['agent/backup/a.json', 'backups/a.json', 'older/a.json', 'x/y/a.json', 'z/c1.json']) {
      assert.equal(excludes(path), false, path);
    }
  });

  it('excludes nothing by what is turned off, is no glob, or is no setting', () => {
    for (const setting of [
      { a: false },
      { a: 'true' },
      { a: { when: 5 } },
      { '[a': true },
      [],
      'a',
      null,
      undefined,
    ]) {
      const { excludes, excludersOf } = createFilesExclude(setting);
      assert.deepEqual([excludes('a'), excludersOf('a')], [false, []], JSON.stringify(setting));
    }
    const { excludes } = createFilesExclude({ '{a': true, '!b': true, c: true });
    assert.deepEqual(['x', 'b', 'c'].map(excludes), [false, false, true]);
  });

  it('names what excludes a file when it lies beside it', () => {
    const { excludes, excludersOf } = createFilesExclude({
      '**/*.json': { when: '$(basename).ts' },
      out: { when: 'src' },
      'b.x': { when: '$(basename)-$(basename)' },
    });
    assert.equal(excludes('x/a.json'), false);
    assert.deepEqual(excludersOf('x/a.flow.json'), ['x/a.flow.ts']);
    assert.deepEqual(excludersOf('out/a'), ['src']);
    assert.deepEqual(excludersOf('b.x'), ['b-b']);
    assert.deepEqual(excludersOf('x/a.md'), []);
  });
});

describe('createPlaces', () => {
  it('gives no place to what is excluded, chosen or not', () => {
    const { placeOf, isSkipped } = createPlaces(['bots/*.json'], { backup: true, '**/old': true });
    assert.equal(placeOf('agent/flows/F/en-US/chart.json')?.kind, 'flow');
    assert.equal(placeOf('backup/agent/flows/F/en-US/chart.json'), undefined);
    assert.equal(placeOf('bots/Main.json')?.kind, 'flow');
    assert.equal(createPlaces(['bots/*.json'], { bots: true }).placeOf('bots/Main.json'), undefined);
    assert.deepEqual(['old', 'x/old/y', 'x/node_modules', 'x'].map(isSkipped), [true, true, true, false]);
  });
});

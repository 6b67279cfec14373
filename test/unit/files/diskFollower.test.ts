import assert from 'node:assert/strict';
import { DiskFollower } from '../../../src/core/files/diskFollower';
import { everything, type News } from '../../../src/core/files/followedDisk';
import { FakeTimers } from '../../support/fakeTimers';
import { MemoryDisk } from '../../support/memoryDisk';

/** Long after everything rests. */
const ages = 60_000;

class Following {
  readonly timers = new FakeTimers();
  readonly disk = new MemoryDisk();
  readonly errors: string[] = [];
  /** What was told, each with what was known then: `a.json b.json: a.json=1 b.json=2`. */
  told: string[] = [];
  rests = 0;
  readonly follower = new DiskFollower(
    this.disk,
    this.timers,
    { error: (_, error) => this.errors.push((error as Error).message) },
    {
      changed: (news) => {
        const settling = this.follower.isSettling ? ' (settling)' : '';
        this.told.push(`${textOf(news)}: ${this.disk.known}${settling}`);
      },
      rested: () => {
        this.rests += this.follower.isSettling ? NaN : 1;
      },
    },
  );
  /** With these files, read and told of. */
  static async of(...paths: readonly string[]): Promise<Following> {
    const following = new Following();
    for (const path of paths) following.disk.write(path);
    await following.follower.readAll();
    following.told = [];
    following.disk.takeAsked();
    return following;
  }

  write(path: string, content: string): void {
    this.disk.write(path, content);
    this.follower.look(path);
  }

  delete(path: string): void {
    this.disk.delete(path);
    this.follower.look(path);
  }

  pass(milliseconds: number): Promise<void> {
    return this.timers.pass(milliseconds);
  }
}

function textOf({ files, isTyped }: News): string {
  const named = files?.map(({ path, change }) => (change === 'self' ? `${path} (self)` : path)).sort();
  return `${named?.join(' ') ?? 'all'}${isTyped ? ' typed' : ''}`;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `x/${index}/c.json`);

describe('DiskFollower', () => {
  it('reads everything once, and tells of it', async () => {
    const following = new Following();
    following.disk.write('a.json');
    following.disk.write('x/b.json', '2');
    const read = following.follower.readAll();
    assert.equal(following.follower.isSettling, true);
    await read;
    assert.deepEqual(following.told, ['all: a.json=a x/b.json=2']);
    assert.equal(following.follower.isSettling, false);
    assert.equal(following.timers.isWaiting, false);
  });

  describe('after a change', () => {
    it('tells of it when it has rested for a second', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.write('a.json', '2');
      assert.equal(following.follower.isSettling, true);
      await following.pass(1149);
      assert.deepEqual([following.told.length, following.follower.isSettling], [0, true]);
      await following.pass(1);
      assert.deepEqual(
        [following.told, following.follower.isSettling],
        [['a.json: a.json=2 b.json=a'], false],
      );
      await following.pass(ages);
      assert.equal(following.told.length, 1);
      assert.equal(following.timers.isWaiting, false);
    });

    it('looks at that file alone, and reads it once', async () => {
      const following = await Following.of('a.json', 'b.json', 'x/c.json');
      following.write('a.json', '2');
      await following.pass(ages);
      assert.deepEqual(following.disk.takeAsked(), ['stat a.json', 'read a.json', 'stat a.json']);
    });

    it('tells at once of one that says what it said, as a saved document does', async () => {
      const following = await Following.of('a.json');
      following.write('a.json', ' a');
      await following.pass(150);
      assert.deepEqual(following.told, ['a.json (self): a.json=a']);
    });

    it('reads nothing whose stamp is the same, and says that it rests', async () => {
      const following = await Following.of('a.json');
      following.follower.look('a.json');
      assert.equal(following.follower.isSettling, true);
      following.disk.onAsked = () => assert.equal(following.follower.isSettling, true);
      await following.pass(ages);
      assert.deepEqual([following.disk.takeAsked(), following.errors], [['stat a.json'], []]);
      assert.deepEqual([following.told, following.rests, following.follower.isSettling], [[], 1, false]);
    });

    it('looks once at a folder and at what is in it', async () => {
      const following = await Following.of('x/y/a.json');
      for (const path of ['x/y', 'x', 'x/y/a.json']) following.follower.look(path);
      await following.pass(200);
      assert.deepEqual(following.disk.takeAsked(), ['list x', 'stat x/y/a.json']);
    });

    it('does not look in vain while other events wait', async () => {
      const following = await Following.of('a.json');
      following.write('a.json', '2');
      await following.pass(200);
      for (let time = 0; time < 30; time++) {
        following.follower.look('x.txt');
        await following.pass(100);
      }
      await following.pass(ages);
      assert.deepEqual(following.told, ['a.json: a.json=2']);
      assert.ok(following.disk.takeAsked().filter((what) => what === 'stat a.json').length <= 3);
    });

    it('takes a file for gone that does not count any more', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.disk.excluded.add('a.json');
      following.follower.look('a.json');
      await following.pass(ages);
      assert.deepEqual(following.told, ['a.json: b.json=a']);
    });

    it('is not settling for what may not matter', async () => {
      const following = await Following.of('x/a.json');
      following.follower.look('x/readme.txt');
      following.follower.look(everything);
      assert.equal(following.follower.isSettling, false);
      await following.pass(ages);
      assert.deepEqual([following.told.length, following.rests], [0, 0]);
    });
  });

  it('takes a flock of changes for one', async () => {
    const paths = numbered(50);
    const following = await Following.of(...paths);
    for (const path of paths) {
      following.write(path, '2');
      await following.pass(100);
    }
    assert.equal(following.told.length, 0);
    await following.pass(2000);
    assert.equal(following.told.length, 1);
    assert.equal(following.told[0]?.split(':')[0], paths.toSorted().join(' '));
    assert.equal(following.disk.takeAsked().filter((what) => what.startsWith('read')).length, 50);
  });

  describe('while a clone deletes all and writes it again', () => {
    it('tells of nothing that is there by half', async () => {
      const paths = numbered(40);
      const following = await Following.of(...paths);
      following.delete('x');
      await following.pass(3000);
      for (const [index, path] of paths.entries()) {
        following.write(path, index === 7 ? '2' : 'a');
        await following.pass(700);
      }
      await following.pass(ages);
      assert.equal(following.told.length, 1);
      assert.match(following.told[0] ?? '', / x\/7\/c.json=2 /);
      assert.equal(following.told[0]?.split('=').length, 41);
    });

    it('waits for what is missing for four seconds after the last change', async () => {
      const following = await Following.of('x/a.json', 'x/b.json');
      following.delete('x');
      await following.pass(150);
      following.write('x/a.json', 'a');
      await following.pass(4149);
      assert.equal(following.told.length, 0);
      await following.pass(1);
      assert.deepEqual(following.told, ['x/a.json x/b.json: x/a.json=a']);
    });

    it('waits no longer than usual once nothing is missing any more', async () => {
      const following = await Following.of('x/a.json');
      following.delete('x');
      await following.pass(500);
      following.write('x/a.json', '2');
      await following.pass(1150);
      assert.deepEqual(following.told, ['x/a.json: x/a.json=2']);
    });

    it('goes on waiting when something is deleted elsewhere', async () => {
      const following = await Following.of('x/a.json', 'y/b.json', 'y/c.json');
      following.delete('y');
      await following.pass(500);
      following.write('y/b.json', '2');
      following.delete('x/other.txt');
      assert.equal(following.follower.isSettling, true);
      await following.pass(200);
      assert.equal(following.follower.isSettling, true);
      following.write('y/c.json', '2');
      following.delete('x/a.json');
      await following.pass(3000);
      assert.deepEqual([following.told.length, following.follower.isSettling], [0, true]);
      await following.pass(ages);
      assert.deepEqual(following.told, ['x/a.json y/b.json y/c.json: y/b.json=2 y/c.json=2']);
    });
  });

  describe('where events tell late, or not at all', () => {
    it('takes nothing away that is back by the time it looks', async () => {
      const following = await Following.of('x/a.json', 'x/b.json');
      following.follower.look('x');
      following.follower.look('x/b.json');
      await following.pass(ages);
      assert.equal(following.told.length, 0);
      assert.deepEqual(
        following.disk.takeAsked().filter((what) => what.startsWith('read')),
        [],
      );
    });

    it('finds what comes again into a folder that was deleted', async () => {
      const following = await Following.of('x/a.json', 'b.json');
      following.delete('x');
      await following.pass(2500);
      following.disk.write('x/a.json', '2');
      await following.pass(ages);
      assert.deepEqual(following.told, ['x/a.json: b.json=a x/a.json=2']);
    });

    it('finds it too when everybody was told that it is gone', async () => {
      const following = await Following.of('x/a.json', 'b.json');
      following.delete('x');
      await following.pass(5000);
      assert.deepEqual(following.told, ['x/a.json: b.json=a']);
      following.disk.write('x/a.json', '2');
      await following.pass(ages);
      assert.equal(following.told.at(-1), 'x/a.json: b.json=a x/a.json=2');
    });

    it('finds what comes into a new folder, and in the folders that are made there', async () => {
      const following = await Following.of('b.json');
      following.disk.makeFolder('x');
      following.follower.look('x');
      await following.pass(1000);
      for (const path of numbered(10)) {
        following.disk.write(path);
        await following.pass(800);
      }
      assert.equal(following.told.length, 0);
      await following.pass(ages);
      assert.equal(following.told.length, 1);
      assert.equal(following.told[0]?.split('=').length, 12);
    });

    it('looks into a new folder less and less often, and then no more', async () => {
      const following = await Following.of('b.json');
      following.disk.makeFolder('x');
      following.follower.look('x');
      const looks: number[] = [];
      following.disk.onAsked = () => void looks.push(following.timers.elapsed());
      await following.pass(ages);
      const waits = looks.map((at, index) => at - (looks[index - 1] ?? 0));
      assert.deepEqual(waits, [150, 300, 600, 1200, 2400, 4800]);
      assert.equal(following.timers.isWaiting, false);
    });

    it('looks again soon each time that a folder changes', async () => {
      const following = await Following.of('x/a.json');
      for (const content of ['2', '3']) {
        following.disk.write('x/a.json', content);
        const looks: number[] = [];
        const start = following.timers.elapsed();
        following.disk.onAsked = (what) => {
          if (what === 'list x') looks.push(following.timers.elapsed() - start);
        };
        following.follower.look('x');
        await following.pass(ages);
        assert.deepEqual(looks, [150, 450, 1050, 1150, 3550, 8350]);
      }
    });

    it('finds everything when it looks everywhere, and looks again until it finds nothing', async () => {
      const following = await Following.of('x/a.json', 'y/b.json', 'z.json');
      following.disk.write('x/a.json', '2');
      following.disk.delete('y');
      following.disk.write('new/c.json', '3');
      await following.pass(ages);
      assert.equal(following.told.length, 0);
      following.follower.look(everything);
      await following.pass(1000);
      following.disk.write('new/d.json', '4');
      await following.pass(ages);
      assert.deepEqual(following.told, [
        'new/c.json new/d.json x/a.json y/b.json: new/c.json=3 new/d.json=4 x/a.json=2 z.json=a',
      ]);
      following.disk.takeAsked();
      following.follower.look(everything);
      await following.pass(ages);
      assert.deepEqual(following.disk.takeAsked(), [
        'list ',
        ...['x/a.json', 'z.json', 'new/c.json', 'new/d.json'].map((path) => `stat ${path}`),
      ]);
    });

    it('sees a file that became another one between its stamp and its content', async () => {
      const following = await Following.of('a.json');
      following.write('a.json', '2');
      following.disk.onAsked = (what) => {
        if (what !== 'stat a.json') return;
        following.disk.onAsked = () => undefined;
        following.disk.write('a.json', '3');
      };
      await following.pass(ages);
      assert.deepEqual(following.told, ['a.json: a.json=3']);
    });
  });

  describe('on a disk that is never at rest', () => {
    const writeOnAndOn = async (following: Following, seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        following.write('a.json', String(second));
        await following.pass(500);
        following.disk.write('x/unseen.json', String(second));
        await following.pass(500);
      }
    };

    it('tells of what it has after three minutes', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.write('b.json', '2');
      await writeOnAndOn(following, 179);
      assert.equal(following.told.length, 0);
      await writeOnAndOn(following, 5);
      assert.equal(following.told.length, 1);
      assert.match(following.told[0] ?? '', /b\.json=2/);
      await writeOnAndOn(following, 200);
      assert.equal(following.told.length, 2);
    });

    it('tells of it though each look finds something', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.write('b.json', '2');
      let writes = 0;
      following.disk.onAsked = (what) => {
        if (what === 'stat a.json') following.disk.write('a.json', String(++writes));
      };
      following.write('a.json', '0');
      await following.pass(179_000);
      assert.equal(following.told.length, 0);
      await following.pass(2000);
      assert.equal(following.told.length, 1);
    });

    it('tells of it though new events wait all the time', async () => {
      const following = await Following.of('a.json', 'b.json');
      const write = async (times: number) => {
        for (let time = 0; time < times; time++) {
          following.write('a.json', String(time));
          await following.pass(100);
        }
      };
      await write(1790);
      assert.equal(following.told.length, 0);
      await write(40);
      assert.equal(following.told.length, 1);
    });
  });

  describe('of what we do ourselves', () => {
    it('tells at once, and finds nothing more in it', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.disk.write('a.json', '2');
      await following.follower.refresh(['a.json']);
      assert.deepEqual(following.told, ['a.json: a.json=2 b.json=a']);
      following.follower.look('a.json');
      await following.pass(ages);
      assert.deepEqual([following.told.length, following.rests], [1, 1]);
    });

    it('tells though nothing has changed: somebody waits for it', async () => {
      const following = await Following.of('a.json');
      await following.follower.refresh(['a.json']);
      assert.deepEqual(following.told, [': a.json=a']);
    });

    it('tells in the middle of a clone, which goes on settling', async () => {
      const following = await Following.of('x/a.json', 'b.json');
      following.delete('x');
      await following.pass(1000);
      following.disk.write('b.json', '2');
      await following.follower.refresh(['b.json']);
      assert.deepEqual(following.told, ['b.json x/a.json: b.json=2 (settling)']);
      assert.equal(following.follower.isSettling, true);
      following.write('x/a.json', 'a');
      await following.pass(ages);
      assert.equal(following.told.at(-1), 'x/a.json: b.json=2 x/a.json=a');
    });
  });

  describe('of what is typed', () => {
    it('tells after a moment', async () => {
      const following = await Following.of('a.json', 'b.json');
      following.disk.type('a.json', 'typed');
      following.follower.readTyped('a.json');
      assert.equal(following.follower.isSettling, false);
      await following.pass(150);
      assert.deepEqual(following.told, ['a.json typed: a.json=typed b.json=a']);
    });

    it('tells once a second while somebody types on', async () => {
      const following = await Following.of('a.json');
      for (let letters = 1; letters <= 35; letters++) {
        following.disk.type('a.json', 'x'.repeat(letters));
        following.follower.readTyped('a.json');
        await following.pass(100);
      }
      assert.equal(following.told.length, 3);
    });

    it('waits with it for what comes over the disk', async () => {
      const following = await Following.of('a.json', 'x/b.json');
      following.delete('x');
      await following.pass(1000);
      following.disk.type('a.json', 'typed');
      following.follower.readTyped('a.json');
      await following.pass(1000);
      assert.equal(following.told.length, 0);
      await following.pass(ages);
      assert.deepEqual(following.told, ['a.json x/b.json: a.json=typed']);
    });

    it('reads the file again when the document is closed, though its stamp is the same', async () => {
      const following = await Following.of('a.json');
      following.disk.type('a.json', 'typed');
      following.follower.readTyped('a.json');
      await following.pass(1000);
      following.disk.type('a.json', undefined);
      following.follower.readTyped('a.json');
      await following.pass(ages);
      assert.equal(following.told.at(-1), 'a.json: a.json=a');
    });

    it('says nothing of a document that is closed as its file is', async () => {
      const following = await Following.of('a.json');
      for (const text of ['typed', 'a', undefined]) {
        following.disk.type('a.json', text);
        following.follower.readTyped('a.json');
        await following.pass(ages);
      }
      assert.deepEqual(following.told, ['a.json typed: a.json=typed', 'a.json typed: a.json=a']);
    });

    it('says nothing of a document that is none of the files', async () => {
      const following = await Following.of('a.json');
      following.disk.type('b.txt', 'typed');
      following.follower.readTyped('b.txt');
      await following.pass(ages);
      assert.equal(following.told.length, 0);
    });
  });

  describe('isCurrent', () => {
    it('says whether all were told of what is on disk', async () => {
      const following = await Following.of('a.json');
      const { follower } = following;
      assert.equal(await follower.isCurrent('a.json'), true);
      assert.equal(await follower.isCurrent('a.json', '1'), true);
      assert.equal(await follower.isCurrent('unknown.json'), true);
      following.disk.write('a.json', '2');
      assert.equal(await follower.isCurrent('a.json'), false);
      await following.pass(500);
      assert.equal(await follower.isCurrent('a.json'), false, 'read, but nobody was told');
      await following.pass(1000);
      assert.deepEqual(following.told, ['a.json: a.json=2']);
      assert.equal(await follower.isCurrent('a.json'), true);
      assert.equal(await follower.isCurrent('a.json', '1'), false);
    });
  });

  describe('when something goes wrong', () => {
    for (const asked of ['list x', 'stat x/a.json', 'read x/a.json']) {
      it(`logs it and goes on: ${asked}`, async () => {
        const following = await Following.of('x/a.json', 'b.json');
        following.disk.write('x/a.json', '2');
        let isBroken = true;
        following.disk.onAsked = (what) => {
          if (isBroken && what === asked) throw new Error('broken');
        };
        following.follower.look('x');
        await following.pass(1000);
        isBroken = false;
        following.write('b.json', '3');
        await following.pass(ages);
        assert.deepEqual([...new Set(following.errors)], ['broken']);
        assert.deepEqual(following.told, ['b.json x/a.json: b.json=3 x/a.json=2']);
      });
    }

    it('gives up in the end, so that nothing is logged for ever', async () => {
      const following = await Following.of('x/a.json');
      following.disk.onAsked = () => {
        throw new Error('broken');
      };
      following.follower.look('x');
      await following.pass(ages);
      assert.equal(following.errors.length, 6);
      assert.equal(following.timers.isWaiting, false);
      assert.equal(following.follower.isSettling, false);
    });

    it('rejects a reading of everything, and looks for it again', async () => {
      const following = new Following();
      following.disk.write('a.json');
      following.disk.onAsked = () => {
        throw new Error('broken');
      };
      await assert.rejects(following.follower.readAll(), /broken/);
      following.disk.onAsked = () => undefined;
      await following.pass(ages);
      assert.deepEqual([following.told, following.follower.isSettling], [['a.json: a.json=a'], false]);
    });
  });

  it('says and asks nothing once it is disposed of, in the middle of its work too', async () => {
    for (const stop of ['list x', 'stat x/a.json', 'read x/a.json']) {
      const following = await Following.of('x/a.json');
      const { disk, follower, timers } = following;
      disk.write('x/a.json', '2');
      follower.look('x');
      disk.onAsked = (what) => {
        if (what !== stop) return;
        follower.dispose();
        void follower.refresh(['x/a.json']);
        disk.takeAsked();
      };
      await following.pass(ages);
      assert.ok(!disk.takeAsked().some((what) => what.startsWith('read')), stop);
      follower.look('x');
      follower.readTyped('x/a.json');
      assert.equal(timers.isWaiting, false);
      assert.equal(following.told.length, 0);
    }
  });
});

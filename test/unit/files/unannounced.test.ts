import assert from 'node:assert/strict';
import { Unannounced } from '../../../src/core/files/unannounced';

describe('Unannounced', () => {
  const onDisk = { isGone: false, isUnsaved: false };

  it('tells the greatest of the changes of a file, and each once', () => {
    const news = new Unannounced();
    for (const change of ['self', 'names', 'locales'] as const) news.add({ path: 'a', change }, onDisk);
    news.add({ path: 'b', change: 'all' }, { isGone: true, isUnsaved: false });
    assert.deepEqual([news.has('a'), news.has('c'), news.isEmpty], [true, false, false]);
    assert.deepEqual(news.take(), {
      files: [
        { path: 'a', change: 'names' },
        { path: 'b', change: 'all' },
      ],
      isTyped: false,
    });
    assert.deepEqual([news.isEmpty, news.take().files], [true, []]);
  });

  it('knows whether something is missing, also when that was told', () => {
    const news = new Unannounced();
    news.add({ path: 'a', change: 'all' }, { isGone: true, isUnsaved: false });
    news.take();
    assert.equal(news.isMissingSome, true);
    news.add({ path: 'a', change: 'all' }, onDisk);
    assert.equal(news.isMissingSome, false);
  });

  it('is typed when all of it is', () => {
    const news = new Unannounced();
    const typed = { isGone: false, isUnsaved: true };
    news.add({ path: 'a', change: 'all' }, typed);
    assert.equal(news.take().isTyped, true);
    news.add({ path: 'a', change: 'all' }, typed);
    news.add({ path: 'b', change: 'all' }, onDisk);
    assert.equal(news.take().isTyped, false);
  });
});

import assert from 'node:assert/strict';
import { createPlaces } from '../../../src/core/flow/places';

const isFlow = (globs: unknown, path: string) => createPlaces(globs).placeOf(path)?.kind === 'flow';

describe('createPlaces', () => {
  it('takes the files at the globs for flow files that their names name', () => {
    const globs = ['bots/**/*.json', 'x/{a,b}?.chart'];
    for (const path of ['bots/Main.json', 'bots/.old/deep/Main.json', 'x/a1.chart']) {
      assert.equal(isFlow(globs, path), true, path);
    }
    for (const path of ['Main.json', 'other/bots/Main.json', 'x/a.chart', 'bots/node_modules/y/Main.json']) {
      assert.equal(isFlow(globs, path), false, path);
    }
    assert.deepEqual(createPlaces(globs).placeOf('bots/Main.json'), {
      kind: 'flow',
      root: undefined,
      flow: 'Main',
      isChosen: true,
    });
  });

  it('leaves a file what its place says that it is', () => {
    const { placeOf } = createPlaces(['**']);
    assert.equal(placeOf('agent/connections/X.json')?.kind, 'connectionResource');
    assert.deepEqual(placeOf('agent/flows/F/en-US/chart.json'), {
      kind: 'flow',
      root: 'agent',
      flow: 'F',
      locale: 'en-US',
    });
  });

  it('names what is no glob of files in the folder, and goes on with the others', () => {
    const bad = ['', '/etc/*', '../x/*.json', 'a//b', './a', 'C:/x', 'a\\*.json', '!a', '+(a)', '[a', '{a'];
    const places = createPlaces([...bad, 5, null, 'good/*.json']);
    assert.deepEqual(places.badGlobs, [...bad, '5', 'null']);
    assert.deepEqual(places.globs, ['good/*.json']);
    assert.equal(places.placeOf('good/x.json')?.kind, 'flow');
    assert.deepEqual(createPlaces('x').badGlobs, [], 'one alone is taken for a list');
    assert.deepEqual(createPlaces({ a: 1 }).badGlobs, ['{"a":1}']);
    assert.deepEqual(createPlaces(undefined).badGlobs, []);
  });
});

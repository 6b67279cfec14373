import assert from 'node:assert/strict';
import { createWithoutLeftOut, withoutLeftOut } from '../../../src/core/files/withoutLeftOut';
import { chartUsing, connectionsText, factsOf, referenceId } from '../../support/flows';

const chart = chartUsing(referenceId('a'));

/** The paths of flows that count, of files by path. */
function counted(files: Readonly<Record<string, string>>): string[] {
  const facts = withoutLeftOut(factsOf(files));
  return [...facts].flatMap(([path, { kind }]) => (kind === 'flow' ? [path] : [])).sort();
}

describe('What is left out', () => {
  const agent = 'agent/flows/Main/en-US/chart.json';
  const copies = {
    [agent]: chart,
    [`dist/${agent}`]: chart,
    [`a/dist/${agent}`]: chart,
    [`a/out/${agent}`]: chart,
  };

  it('is nothing where nothing says so', () => {
    const facts = factsOf(copies);
    assert.equal(withoutLeftOut(facts), facts);
  });

  it('is what a .gitignore names, in its folder and below', () => {
    assert.deepEqual(counted({ ...copies, '.gitignore': 'dist/\n' }), [`a/out/${agent}`, agent]);
    assert.deepEqual(counted({ ...copies, '.gitignore': '/dist\n' }), [
      `a/dist/${agent}`,
      `a/out/${agent}`,
      agent,
    ]);
    assert.deepEqual(counted({ ...copies, 'a/.gitignore': '*\n' }), [agent, `dist/${agent}`]);
    // The nearest decides, but nothing below a folder that is left out.
    const nearest = { '.gitignore': 'out\ndist\n', 'a/.gitignore': '!out\n', 'dist/.gitignore': '!*\n' };
    assert.deepEqual(counted({ ...copies, ...nearest }), [`a/out/${agent}`, agent]);
  });

  it('is what the settings of a project exclude, from its folder on', () => {
    const settings = (globs: unknown) => JSON.stringify({ rules: {}, exclude: globs });
    assert.deepEqual(
      counted({ ...copies, '.cognigy/validation.json': settings(['**/dist', './a/out/**']) }),
      [agent],
    );
    assert.deepEqual(counted({ ...copies, 'a/.cognigy/validation.json': settings(['dist']) }), [
      `a/out/${agent}`,
      agent,
      `dist/${agent}`,
    ]);
    for (const odd of [settings('dist'), settings([5, '[']), '{"exclude": ["dist"],', '[]']) {
      assert.equal(counted({ ...copies, '.cognigy/validation.json': odd }).length, 4, odd);
    }
  });

  it('is never all there is, nor what declares projects', () => {
    assert.deepEqual(counted({ [agent]: chart, '.gitignore': 'agent\n' }), [agent]);
    const connections = '.cognigy/connections.json';
    const facts = withoutLeftOut(
      factsOf({ ...copies, [connections]: connectionsText(), '.gitignore': '.cognigy\ndist\n' }),
    );
    assert.ok(facts.has(connections));
  });

  it('is asked anew only once a file that says so is another one', () => {
    const counting = createWithoutLeftOut();
    const before = factsOf({ ...copies, '.gitignore': 'dist\n' });
    assert.deepEqual([...counting(before).keys()], [...withoutLeftOut(before).keys()]);
    const more = new Map([...before, ...factsOf({ [`b/dist/${agent}`]: chart, [`b/${agent}`]: chart })]);
    assert.deepEqual([...counting(more).keys()], [...withoutLeftOut(more).keys()]);
    const other = new Map([...more, ...factsOf({ '.gitignore': '/b\n' })]);
    assert.deepEqual([...counting(other).keys()], [...withoutLeftOut(other).keys()]);
    assert.ok(counting(other).has(`dist/${agent}`) && !counting(other).has(`b/${agent}`));
    other.delete('.gitignore');
    assert.equal(counting(other), other);
  });
});

import assert from 'node:assert/strict';
import { readConnectionsFile } from '../../../src/core/connection/connectionsFile';
import { linkConnection } from '../../../src/core/connection/linkConnection';
import { removeConnections, restoreConnections } from '../../../src/core/connection/removeConnection';
import { connectionsText, entry, referenceId } from '../../support/flows';

const a = { ...entry(referenceId('a'), 'A'), owner: 'team, [a]' };
const b = entry(referenceId('b'), 'B');
const c = entry(referenceId('c'), 'C');
const ids = (...digits: string[]) => new Set(digits.map(referenceId));
const namesIn = (text: string) => {
  const { connections, trouble } = readConnectionsFile(text);
  assert.equal(trouble, undefined);
  return connections.map(({ name }) => name);
};

const styles = [
  ['two spaces', (text: string) => text],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['tabs', (text: string) => text.replaceAll('  ', '\t')],
  ['one line', (text: string) => JSON.stringify(JSON.parse(text))],
  ['white space of its own', (text: string) => text.replaceAll('},', '} ,\n\n')],
] as const;

describe('removeConnections', () => {
  for (const [what, convert] of styles) {
    for (const digits of [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c'], ['a', 'c'], ['a', 'b', 'c']]) {
      it(`takes ${digits.join()} out of a file with ${what}, and puts every byte back`, () => {
        const before = convert(connectionsText(a, b, c));
        const { text, removed } = removeConnections(before, ids(...digits));
        assert.deepEqual(
          namesIn(text),
          ['A', 'B', 'C'].filter((name) => !digits.includes(name.toLowerCase())),
        );
        assert.equal(readConnectionsFile(text).trouble, undefined);
        assert.deepEqual(
          removed.map(({ referenceId }) => referenceId[0]),
          digits,
        );
        assert.equal(restoreConnections(text, removed), before);
      });
    }
  }

  it('leaves a file as if the entry had never been there', () => {
    assert.equal(removeConnections(connectionsText(a, b, c), ids('b')).text, connectionsText(a, c));
    assert.equal(removeConnections(connectionsText(a, b, c), ids('c')).text, connectionsText(a, b));
    assert.equal(removeConnections(connectionsText(a), ids('a')).text, connectionsText());
    assert.equal(removeConnections(connectionsText(a), ids('b')).text, connectionsText(a));
  });

  it('takes out every one of duplicates, so that none counts again', () => {
    const before = connectionsText(b, a, { ...b, name: 'Again' });
    const { text, removed } = removeConnections(before, ids('b'));
    assert.deepEqual(namesIn(text), ['A']);
    assert.equal(restoreConnections(text, removed), before);
  });
});

describe('restoreConnections', () => {
  it('puts an entry among others that have changed meanwhile', () => {
    const { removed } = removeConnections(connectionsText(a, b), ids('b'));
    assert.deepEqual(namesIn(restoreConnections(connectionsText(c), removed)), ['C', 'B']);
    assert.deepEqual(namesIn(restoreConnections(connectionsText(), removed)), ['B']);
    const only = removeConnections(connectionsText(b), ids('b')).removed;
    assert.deepEqual(namesIn(restoreConnections(connectionsText(a, c), only)), ['B', 'A', 'C']);
  });

  it('leaves what is declared again as it is', () => {
    const { removed } = removeConnections(connectionsText(a, b), ids('b'));
    const again = connectionsText({ ...b, name: 'New' });
    assert.equal(restoreConnections(again, removed), again);
  });
});

describe('linkConnection', () => {
  const linked = { ...c, referenceId: referenceId('d'), isTemporary: false };

  it('gives an entry another ID at its place, and keeps what it does not know', () => {
    const before = connectionsText(a, { ...c, temporary: true, owner: 'team' }, b);
    const after = connectionsText(a, { ...c, referenceId: referenceId('d'), owner: 'team' }, b);
    assert.equal(linkConnection(before, referenceId('c'), linked), after);
  });

  it('keeps the entry that the Connection has already, and takes the other one out', () => {
    const own = { ...entry(referenceId('d'), 'Old'), owner: 'team' };
    const before = connectionsText(own, a, { ...c, temporary: true }, b);
    assert.equal(
      linkConnection(before, referenceId('c'), linked),
      connectionsText({ ...own, name: 'C' }, a, b),
    );
  });

  it('links the last of duplicates, which is the one that counts', () => {
    const before = connectionsText(c, a, c);
    const after = connectionsText(c, a, { ...c, referenceId: referenceId('d') });
    assert.equal(linkConnection(before, referenceId('c'), linked), after);
  });

  it('adds the Connection where its entry is gone', () => {
    const after = linkConnection(connectionsText(a), referenceId('c'), linked);
    assert.deepEqual(namesIn(after), ['A', 'C']);
  });
});

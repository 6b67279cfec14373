import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { ArchiveError, readPackageZip } from '../../../src/platform/packageZip';

const id = '028de1dee4d3e8c4eaf1acc6';
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('readPackageZip', () => {
  it('reads what names or declares Connections, and nothing else', () => {
    const files = readPackageZip(
      zip({
        'index.json': '{"type": "package"}',
        [`nodeData/${id}`]: '{}',
        [`connection/${id}`]: '[]',
        'x/y': 'z',
      }),
    );
    assert.deepEqual(
      [...(files ?? [])],
      [
        [`nodeData/${id}`, '{}'],
        [`connection/${id}`, '[]'],
      ],
    );
  });

  it('leaves archives that are no package alone', () => {
    assert.equal(readPackageZip(zip({ 'a.txt': 'x' })), undefined);
    assert.equal(readPackageZip(zip({ 'index.json': '{"type": "other"}' })), undefined);
    assert.equal(readPackageZip(zip({ 'index.json': 'oops' })), undefined);
  });

  it('refuses what is no archive, is cut off, or unpacks to too much', () => {
    assert.throws(() => readPackageZip(strToU8('no zip')), ArchiveError);
    const whole = zip({ 'index.json': '{"type": "package"}' });
    assert.throws(() => readPackageZip(whole.slice(0, 40)), ArchiveError);
    const bomb = zip({
      'index.json': '{"type": "package"}',
      [`nodeData/${id}`]: ' '.repeat(65 * 1024 * 1024),
    });
    assert.throws(() => readPackageZip(bomb), ArchiveError);
  });
});

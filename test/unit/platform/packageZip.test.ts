import assert from 'node:assert/strict';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { ArchiveError, isPackageZip, readPackageZip } from '../../../src/platform/packageZip';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

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

  it('reads one that was written in one go, with sizes behind the files, and with backslashes in names', () => {
    const chunks: Uint8Array[] = [];
    const stream = new Zip((error, chunk) => {
      assert.equal(error, null);
      chunks.push(chunk);
    });
    for (const [name, text] of [
      ['index.json', '{"type": "package"}'],
      [`nodeData\\${id}`, '{"a": 1}'.repeat(20_000)],
    ] as const) {
      const file = new ZipDeflate(name);
      stream.add(file);
      file.push(strToU8(text.slice(0, 5)));
      file.push(strToU8(text.slice(5)), true);
    }
    stream.end();
    const files = readPackageZip(Buffer.concat(chunks));
    assert.deepEqual([...(files ?? [])], [[`nodeData/${id}`, '{"a": 1}'.repeat(20_000)]]);
  });

  it('refuses what is no archive or is cut off', () => {
    const whole = zip({ 'index.json': '{"type": "package"}', [`nodeData/${id}`]: '{}' });
    for (const bytes of [
      strToU8('no zip'),
      strToU8(''),
      whole.slice(0, 40),
      whole.slice(40),
      whole.slice(0, -1),
    ]) {
      assert.throws(() => readPackageZip(bytes), ArchiveError);
    }
    const random = seededRandom(5);
    for (let round = 0; round < rounds(2000); round++) {
      const damaged = whole.slice();
      for (let i = 0; i < 3; i++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      try {
        readPackageZip(damaged);
      } catch (error) {
        assert.ok(error instanceof ArchiveError, String(error));
      }
    }
  });

  it('counts what comes out, and stops there (8.6)', () => {
    const limits = { entries: 5, memberBytes: 1_000_000, totalBytes: 2_500_000 };
    const other = (digit: string) => `nodeData/${digit.repeat(24)}`;
    const index = { 'index.json': '{"type": "package"}' };
    const says = (files: Record<string, string>, sentence: RegExp) =>
      assert.throws(() => readPackageZip(zip({ ...index, ...files }), limits), {
        name: 'ArchiveError',
        message: sentence,
      });
    const million = ' '.repeat(1_000_000);
    assert.equal(readPackageZip(zip({ ...index, [other('a')]: million }), limits)?.size, 1);
    says({ [other('a')]: `${million} ` }, /^“nodeData\/a{24}” in the archive is larger than 1 MB, /);
    const three = { [other('a')]: million, [other('b')]: million, [other('c')]: million };
    says(three, /^The archive \(1 MB\) unpacks to more than 3 MB\.$/);
    const many = Object.fromEntries(['1', '2', '3', '4', '5'].map((name) => [name, '']));
    says(many, /^The archive holds 6 files; at most 5 are read\.$/);
    // However small it claims to be.
    const size = 1_000_003;
    const lying = zip({ ...index, [other('a')]: ' '.repeat(size) });
    const view = new DataView(lying.buffer);
    let claims = 0;
    for (let at = 0; at + 4 <= lying.length; at++) {
      if (view.getUint32(at, true) !== size) continue;
      view.setUint32(at, 3, true);
      claims++;
    }
    assert.equal(claims, 2);
    assert.throws(() => readPackageZip(lying, limits), /is larger than 1 MB/);
    // The limit that counts by default.
    const large = zipSync({
      'index.json': strToU8('{"type": "package"}'),
      [other('a')]: [new Uint8Array(65 * 1024 * 1024), { level: 0 }],
    });
    assert.throws(() => readPackageZip(large), /is larger than 64 MB/);
  });

  it('refuses files that share their bytes (8.6)', () => {
    const bytes = zipSync({
      'index.json': strToU8('{"type": "package"}'),
      [`nodeData/${id}`]: strToU8('{}'),
    });
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    const directory = view.getUint32(end + 16, true);
    // The last entry of the directory once more.
    let last = directory;
    for (let at = directory; at < end;) {
      last = at;
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    const twice = Buffer.concat([bytes.subarray(0, end), bytes.subarray(last, end), bytes.subarray(end)]);
    twice.writeUInt16LE(3, twice.length - 22 + 10);
    assert.throws(() => readPackageZip(twice), /share their bytes/);
  });
});

describe('isPackageZip', () => {
  /** What it says of an archive, and how many bytes of it were read. */
  const ask = async (bytes: Uint8Array) => {
    let read = 0;
    const isPackage = await isPackageZip(bytes.length, (start, length) => {
      read += length;
      return Promise.resolve(bytes.slice(start, start + length));
    });
    return { isPackage, read };
  };
  const large = (name: string) =>
    zipSync({
      'index.json': strToU8('{}'),
      [name]: strToU8('{}'),
      // Its directory begins before what is read at first.
      ...Object.fromEntries(
        Array.from({ length: 3000 }, (_, i) => [`locale/${i}`.padEnd(40, 'x'), strToU8('')]),
      ),
      rest: [new Uint8Array(5_000_000), { level: 0 }],
    });

  it('tells a package by its directory, of which it reads no more than that', async () => {
    const found = await ask(large(`nodeData/${id}`));
    assert.equal(found.isPackage, true);
    assert.ok(found.read < 500_000, `${found.read} bytes`);
    assert.equal((await ask(large('nodeData/x'))).isPackage, false);
    assert.equal((await ask(zip({ 'index.json': '', [`chart\\${id}`]: '' }))).isPackage, true);
  });

  it('takes what is no archive, what is cut off and what is damaged for none', async () => {
    const whole = large(`nodeData/${id}`);
    for (const bytes of [
      new Uint8Array(),
      strToU8('version https://git-lfs.github.com/spec/v1'),
      whole.slice(0, -1000),
      whole.slice(1000),
    ]) {
      assert.equal((await ask(bytes)).isPackage, false);
    }
    assert.equal(await isPackageZip(2 ** 40, () => Promise.reject(new Error('read'))), false);
  });
});

import assert from 'node:assert/strict';
import { decodeText, fingerprintOf } from '../../src/core/textFile';

describe('A text file', () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it('is UTF-8, and its byte order mark no part of its text', () => {
    assert.equal(decodeText(encode('\uFEFF{"a": "é"}')), '{"a": "é"}');
  });

  it('has another fingerprint when any one of its bytes is another, or is missing', () => {
    const bytes = encode('{"referenceId": "a2582db9"}');
    const seen = new Set([fingerprintOf(bytes)]);
    for (let i = 0; i < bytes.length; i++) {
      const changed = bytes.slice();
      changed[i] = 0x7e;
      seen.add(fingerprintOf(changed));
      seen.add(fingerprintOf(bytes.slice(0, i)));
    }
    assert.equal(seen.size, 1 + 2 * bytes.length);
  });

  it('has another one when two of its bytes have changed alike', () => {
    const bytes = encode('{"referenceId": "a2582db9", "name": "ServiceNow"}');
    const seen = new Set([fingerprintOf(bytes)]);
    let count = 1;
    for (const change of [0x01, 0x03, 0x20, 0x40, 0x80]) {
      for (let i = 0; i < bytes.length; i++) {
        for (let j = 0; j < i; j++, count++) {
          const changed = bytes.slice();
          for (const at of [i, j]) changed[at] = (changed[at] ?? 0) ^ change;
          seen.add(fingerprintOf(changed));
        }
      }
    }
    assert.equal(seen.size, count);
  });

  it('has the same one wherever it lies in memory', () => {
    const bytes = encode('0123456789');
    for (const offset of [1, 2, 3, 4]) {
      const buffer = new Uint8Array(40).fill(offset);
      buffer.set(bytes, offset);
      assert.equal(fingerprintOf(buffer.subarray(offset, offset + bytes.length)), fingerprintOf(bytes));
    }
  });
});

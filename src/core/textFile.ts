/** The text of a file in UTF-8, without its byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Whether a file begins with the byte order mark of UTF-8. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/**
 * A number of 32 bits by which to know the content of a file again without keeping it. Every byte counts; it takes a
 * tenth of the time of decoding and parsing.
 */
export function fingerprintOf(bytes: Uint8Array): number {
  const { buffer, byteOffset, length } = bytes;
  // Words begin at every fourth byte of a buffer only.
  if (byteOffset % 4 !== 0) return fingerprintOf(new Uint8Array(bytes));
  const words = new Int32Array(buffer, byteOffset, length >> 2);
  // Four numbers that do not wait for each other. An iterator would take four times as long.
  let [a, b, c, d] = [0, 1, 2, 3];
  const fours = words.length & ~3;
  for (let i = 0; i < fours; i += 4) {
    a = mix(a, words[i] ?? 0);
    b = mix(b, words[i + 1] ?? 0);
    c = mix(c, words[i + 2] ?? 0);
    d = mix(d, words[i + 3] ?? 0);
  }
  let hash = mix(mix(mix(mix(length, a), b), c), d);
  for (let i = fours * 4; i < length; i++) hash = mix(hash, bytes[i] ?? 0);
  return hash;
}

/** One step of MurmurHash3: a lesser one lets the same change of two words undo itself. */
function mix(hash: number, value: number): number {
  const mixed = hash ^ Math.imul(rotate(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(mixed, 13), 5) + 0xe6546b64) | 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/**
 * A number of 32 bits that is the same for configs that hold the same, in whatever order their keys stand: enough to
 * say that two differ without keeping them. The config must not nest deeper than the stack bears.
 */
export function configDigest(config: unknown): number {
  return hashOf(config);
}

const prime = 0x01000193;
const prime2 = Math.imul(prime, prime);
const prime3 = Math.imul(prime2, prime);
const prime4 = Math.imul(prime3, prime);

/** In charts of megabytes every character passes here, so no text is put together and no keys are sorted. */
function hashOf(value: unknown): number {
  if (typeof value === 'string') return hashText(value, 1);
  if (typeof value !== 'object' || value === null) return hashText(String(value), 2);
  if (Array.isArray(value)) return value.reduce<number>((hash, item) => mix(hash, hashOf(item)), 3);
  let sum = 4;
  // A sum is the same in any order.
  for (const key in value) {
    sum = (sum + mix(hashText(key, 5), hashOf((value as Readonly<Record<string, unknown>>)[key]))) | 0;
  }
  return mix(sum, 6);
}

/** Four characters at a step, so that the processor need not wait for one before it takes the next. */
function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  const whole = text.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    hash =
      Math.imul(hash, prime4) +
      Math.imul(text.charCodeAt(i), prime3) +
      Math.imul(text.charCodeAt(i + 1), prime2) +
      Math.imul(text.charCodeAt(i + 2), prime) +
      text.charCodeAt(i + 3);
  }
  for (let i = whole; i < text.length; i++) hash = Math.imul(hash, prime) + text.charCodeAt(i);
  // So that texts which differ in little have little in common.
  return mix(hash, text.length);
}

function mix(hash: number, other: number): number {
  let mixed = Math.imul(hash ^ (other + 0x9e3779b9), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretStore, StateStore } from '../../src/core/ports';

/** Called before and after each change of a store. */
export type OnStep = () => void;

/** A secret storage in a folder: a file a key, each replaced as a whole. */
export function fileSecrets(
  folder: string,
  onStep: OnStep = () => undefined,
): Required<Omit<SecretStore, 'isLasting'>> {
  const path = join(folder, 'secrets');
  mkdirSync(path, { recursive: true });
  const fileOf = (key: string) => join(path, encodeURIComponent(key));
  return {
    async get(key) {
      await pause();
      return readIfThere(fileOf(key));
    },
    async store(key, value) {
      await pause();
      onStep();
      replace(fileOf(key), value);
      onStep();
    },
    async delete(key) {
      await pause();
      onStep();
      rmSync(fileOf(key), { force: true });
      onStep();
    },
    keys: () => Promise.resolve(readdirSync(path).filter(isWhole).map(decodeURIComponent)),
  };
}

/** A state in a file, as VS Code keeps it: read once, and with each change all of it is written, as this window has it. */
export function fileState(folder: string, onStep: OnStep = () => undefined): StateStore {
  const path = join(folder, 'state.json');
  const values = new Map(Object.entries(JSON.parse(readIfThere(path) ?? '{}') as Record<string, unknown>));
  return {
    get: (key) => values.get(key),
    async update(key, value) {
      await pause();
      onStep();
      if (value === undefined) values.delete(key);
      else values.set(key, value);
      replace(path, JSON.stringify(Object.fromEntries(values)));
      onStep();
    },
    keys: () => [...values.keys()],
  };
}

/** The other process, or a kill, may come in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function replace(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function isWhole(name: string): boolean {
  return !name.endsWith('.tmp');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

// @ts-check
/**
 * Puts faults into the code, one at a time and in memory alone, and prints those that no unit test notices.
 *
 *   npm run mutate [-- text]    only the faults whose file or sentence contains the text
 *
 * The faults are in scripts/mutations. For each, the tests that it names run first, then all others that its file is
 * part of; the first test that fails has caught it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, runMain } from './lib/command.mjs';
import { createMutantTests } from './lib/mutantTests.mjs';
import { describeMutation, mutatedText } from './lib/mutation.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { mutations } from './mutations/index.mjs';

/** @typedef {import('./lib/mutation.mjs').Mutation} Mutation */

const root = fileURLToPath(new URL('..', import.meta.url));

async function main() {
  process.chdir(root);
  const start = Date.now();
  const chosen = chooseMutations(process.argv[2] ?? '');
  await ensurePackages(root);
  const tests = await createMutantTests(join('out', `mutate-${process.pid}`));
  /** @type {Set<string>} */
  const sound = new Set();

  /**
   * Without this, tests that fail anyway would seem to catch everything.
   * @param {readonly string[]} files
   */
  async function assertSound(files) {
    const unknown = files.filter((file) => !sound.has(file));
    const failed = unknown.length === 0 ? undefined : await tests.run(unknown);
    if (failed !== undefined) throw new PlainError(`A test fails without any fault in the code: ${failed}`);
    for (const file of unknown) sound.add(file);
  }

  /** @param {Mutation} mutation */
  async function findCatcher(mutation) {
    const named = tests.named(mutation.tests);
    if (named.length === 0) {
      throw new PlainError(`No test begins with ${mutation.tests}: ${describeMutation(mutation)}`);
    }
    const others = tests.concerned(mutation.file).filter((file) => !named.includes(file));
    for (const [files, where] of /** @type {const} */ ([
      [named, ''],
      [others, ' (not in the tests named)'],
    ])) {
      if (files.length === 0) continue;
      await assertSound(files);
      const failed = await tests.run(files, mutation);
      if (failed !== undefined) return failed + where;
    }
    return undefined;
  }

  /** @type {Mutation[]} */
  const survivors = [];
  for (const [index, mutation] of chosen.entries()) {
    console.log(`${index + 1}/${chosen.length} ${describeMutation(mutation)}`);
    const catcher = await findCatcher(mutation);
    if (catcher === undefined) survivors.push(mutation);
    console.log(`    ${catcher === undefined ? 'SURVIVED' : `caught by ${catcher}`}`);
  }
  for (const mutation of survivors) console.error(`\nSurvived: ${describeMutation(mutation)}`);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`\n${chosen.length - survivors.length} caught, ${survivors.length} survived, ${seconds} s`);
  return survivors.length === 0 ? 0 : 1;
}

/** @param {string} text */
function chooseMutations(text) {
  const chosen = mutations.filter((mutation) => describeMutation(mutation).includes(text));
  if (chosen.length === 0) throw new PlainError(`No mutation contains ${text}.`);
  const stale = chosen.flatMap((mutation) => {
    try {
      mutatedText(mutation);
      return [];
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      return [error.message];
    }
  });
  if (stale.length > 0) throw new PlainError(stale.join('\n'));
  return chosen;
}

await runMain(main);

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import glob from '../../../scripts/lib/glob.cjs';

/** What a test does to wait for a time; `eventually` waits for a condition, and is the one place that lets time pass. */
const timers = /\b(setTimeout|setInterval|waitForTimeout)\s*\(|timers\/promises|\bpause\((?=\d)/;
const waiting = 'test/support/eventually.ts';

/** Suites that print figures and are in no run of all: what they measure takes its time. */
const measuring = /^test\/host\/(large|replay)\//;

const files = glob.globSync('test', '.ts').map((file) => file.replaceAll('\\', '/'));
const tests = files.filter((file) => file.endsWith('.test.ts') && file !== 'test/unit/guards/tests.test.ts');
const textOf = (file: string) => readFileSync(file, 'utf8');

/** The places in some files that a pattern finds, as `file: text`. */
function found(pattern: RegExp, where: readonly string[]): string[] {
  return where.flatMap((file) =>
    [...textOf(file).matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(([text]) => `${file}: ${text}`),
  );
}

describe('Tests', () => {
  it('are seen by these guards', () => {
    assert.ok(tests.length > 90, `${tests.length} files`);
    assert.equal(found(timers, [waiting]).length, 1);
  });

  it('wait for no fixed time', () => {
    const others = files.filter(
      (file) => file !== waiting && !measuring.test(file) && !file.includes('/guards/'),
    );
    assert.deepEqual(found(timers, others), []);
  });

  it('are neither left out nor tried again', () => {
    assert.deepEqual(found(/\.(skip|only|retries)\(/, tests), []);
    const runners = glob.globSync('scripts', 'mjs').map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual(found(/--retries|retries:/, runners), []);
  });

  it('assert no time that something took', () => {
    const wrong = tests.filter((file) => {
      const text = textOf(file);
      return /performance\.now\(\)|Date\.now\(\)/.test(text) && !measuring.test(file);
    });
    assert.deepEqual(wrong, []);
  });

  it('read no folder that they did not make', () => {
    assert.deepEqual(found(/(readdirSync|globSync|cwd:)[^\n]*tmpdir\(\)|\[tmpdir\(\)/, tests), []);
  });

  it('intercept no request of VS Code, for Chromium caches nothing then', () => {
    const everything = [...files, ...glob.globSync('scripts', 'mjs')].map((file) =>
      file.replaceAll('\\', '/'),
    );
    const own = everything.filter((file) => !file.includes('/guards/'));
    assert.deepEqual(found(/\.route\(/, own), ['test/support/formPage.ts: .route(']);
  });

  it('inside VS Code each start from a reset, and make what they need themselves', () => {
    const withHooks = /^test\/host\/.*(\.test|\/use\w+)\.ts$/;
    const inHost = files.filter((file) => withHooks.test(file) && !measuring.test(file));
    assert.ok(inHost.length > 20);
    // What one test makes for those after it, the reset before each takes away; but for settings nothing is left to undo.
    assert.deepEqual(found(/^ *(before|after)(All)?\(/m, inHost), []);
    assert.deepEqual(found(/rootHooks: resetHooks\(\)/, ['test/host/runner.ts']).length, 1);
  });

  it('of the form and of the workbench each start from a reset', () => {
    for (const [folder, reset] of [
      ['test/form/', /new MemoryProject\(|\bopen\(|coreForms\.length|askedThemeVariables\(\)/],
      ['test/workbench/', /openWorkbench\(|openNew\(/],
    ] as const) {
      const own = tests.filter((file) => file.startsWith(folder));
      assert.ok(own.length > 3, folder);
      for (const file of own) {
        const [, ...bodies] = textOf(file).split(/^ {2,4}it\(/m);
        assert.ok(bodies.length > 0, file);
        for (const body of bodies) assert.match(body, reset, `${file}: it(${body.slice(0, 80)}`);
        // What one test leaves in a variable, the next would find there.
        assert.doesNotMatch(textOf(file), /^ {2}let /m, file);
      }
    }
  });
});

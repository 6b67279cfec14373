// @ts-check
import { spawn } from 'node:child_process';

/** A failure whose message is all that the reader needs: it is printed without a stack. */
export class PlainError extends Error {}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} the output is only kept with `capture`
 */
export function runCommand(program, args, options = {}) {
  const { cwd = process.cwd(), env = {}, capture = false, shell = false } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const end = () => void child.kill();
    process.once('exit', end);
    let output = '';
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: output + error.message }));
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs npm; on Windows it is a .cmd file, which only a shell can start.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, capture?: boolean }} [options]
 */
export function runNpm(args, options = {}) {
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Makes a signal an ordinary exit, whose 'exit' listeners end servers and remove temporary folders. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Every server that is started asks for it.
    process.off(signal, exitNow);
    process.once(signal, exitNow);
  }
}

function exitNow() {
  process.exit(130);
}

/**
 * Runs a script's main function: a plain failure is one sentence, anything else keeps its stack.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function runMain(main) {
  exitOnSignals();
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exit(1);
  }
}

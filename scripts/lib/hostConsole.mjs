// @ts-check
import { format } from 'node:util';

/** First lines of what VS Code itself logs in every run here, whatever the tests do. */
const NOISE = [
  /AgentHost|ChatModelSelection|ChatSessionStore|AccountPolicyGate/,
  /^(Resolving|Resolved) connection token|^Creating a socket|^\[reconnection-grace-time\]/,
  /^Updating additional builtin extensions cache|^\[Service Worker\] registration/,
  // Native modules that are not built, because no compiler is asked for.
  /^Error: Could not locate the bindings file|^Cannot find module '\.\/build\/Release\/watchdog'/,
  // The extension gallery, which no test needs.
  /open-vsx\.org/,
];

/**
 * Prints what the test host wrote to its console.
 * @param {string} type
 * @param {unknown[]} args
 */
export function printHostConsole(type, args) {
  const text = format(...args);
  const [firstLine = ''] = text.split('\n');
  if (NOISE.some((pattern) => pattern.test(firstLine))) return;
  if (type === 'error') console.error(text);
  else console.log(text);
}

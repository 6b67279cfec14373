// @ts-check
/* global __dirname */
/**
 * Stands in the place of the extension's bundle, which lies beside it as `bundle.js`: notes in `activation.json` what
 * loading it and calling its `activate` took, in milliseconds, and what was read meanwhile and later on.
 */
const fs = require('node:fs');
const fsPromises = require('node:fs/promises');
const path = require('node:path');
const { performance } = require('node:perf_hooks');
const { setInterval } = require('node:timers');
const vscode = require('vscode');

/** @typedef {(...args: unknown[]) => unknown} Callable */

/** @type {string[]} */
let calls = [];

/** Notes each call of one of an object's functions. @param {object} owner */
function listen(owner) {
  const functions = /** @type {Record<string, Callable>} */ (owner);
  for (const [name, original] of Object.entries(functions)) {
    const isWritable = Object.getOwnPropertyDescriptor(owner, name)?.writable;
    if (!isWritable || !/^(read|stat|lstat|open|access|exists|findFiles)/.test(name)) continue;
    functions[name] = Object.assign(function (/** @type {unknown[]} */ ...args) {
      calls.push(name);
      // @ts-expect-error: `this` is the owner's own affair.
      return original.apply(this, args);
    }, original);
  }
}

/** @param {() => unknown} work */
function timed(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall, cpu: (user + system) / 1000 };
}

const load = timed(() => /** @type {unknown} */ (require(path.join(__dirname, 'bundle.js'))));
const bundle = /** @type {{ activate: Callable }} */ (load.result);

/** @param {unknown} context */
function activate(context) {
  for (const owner of [fs, fsPromises, vscode.workspace]) listen(owner);
  const call = timed(() => bundle.activate(context));
  const read = calls;
  calls = [];
  const note = () => {
    const noted = path.join(__dirname, 'activation.json');
    const found = JSON.stringify({
      load: [load.wall, load.cpu],
      call: [call.wall, call.cpu],
      waits: call.result instanceof Promise,
      read,
      readLater: calls,
    });
    // Whoever reads it meanwhile reads a whole one.
    fs.writeFileSync(`${noted}.new`, found);
    fs.renameSync(`${noted}.new`, noted);
  };
  setInterval(note, 500);
  return call.result;
}

module.exports = { activate };

// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';

/**
 * What a CommonJS file exports, run in a context that has no modules, no timers and no process but the variables given.
 * Files that it asks for by a relative path are run the same way; everything else is a stub that bears any use.
 * @param {string} file
 * @param {Readonly<Record<string, string>>} env
 * @returns {unknown}
 */
export function loadIsolated(file, env) {
  const context = createContext({ process: { env: { ...env } }, console: stub(), Buffer: stub() });
  /** @type {Map<string, { exports: unknown }>} */
  const loaded = new Map();
  /** @param {string} path */
  const load = (path) => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: /** @type {unknown} */ ({}) };
    loaded.set(path, module);
    if (path.endsWith('.json'))
      return (module.exports = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8'))));
    const code = `(function (exports, require, module, __dirname, __filename) {${readFileSync(path, 'utf8')}\n})`;
    const compiled = /** @type {unknown} */ (new Script(code, { filename: path }).runInContext(context));
    const run = /** @type {(...args: unknown[]) => void} */ (compiled);
    /** @param {string} name */
    const require = (name) => {
      const target = name.startsWith('.') ? resolveFile(join(dirname(path), name)) : undefined;
      return target === undefined ? stub() : load(target);
    };
    run.call(module.exports, module.exports, require, module, dirname(path), path);
    return module.exports;
  };
  return load(file);
}

/** @param {string} path */
function resolveFile(path) {
  return [`${path}.js`, path, join(path, 'index.js')].find(
    (candidate) => /\.js(on)?$/.test(candidate) && existsSync(candidate),
  );
}

/**
 * Something that can be called, made, read and assigned to without end.
 * @returns {object}
 */
function stub() {
  return new Proxy(Object, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : stub()),
    apply: () => stub(),
    construct: () => stub(),
  });
}

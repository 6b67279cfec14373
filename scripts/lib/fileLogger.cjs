// @ts-check
/**
 * Takes the place of @vscode/spdlog in the installed VS Code server, because the real one has to be compiled; without
 * any, output channels stay empty and no log is written.
 */
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.formatted = true;
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const name = LEVELS[level] ?? '';
    fs.appendFileSync(this.file, this.formatted ? `${time} [${name}] ${message}\n` : message);
  }

  /** @param {string} message */
  trace(message) {
    this.write(0, message);
  }
  /** @param {string} message */
  debug(message) {
    this.write(1, message);
  }
  /** @param {string} message */
  info(message) {
    this.write(2, message);
  }
  /** @param {string} message */
  warn(message) {
    this.write(3, message);
  }
  /** @param {string} message */
  error(message) {
    this.write(4, message);
  }
  /** @param {string} message */
  critical(message) {
    this.write(5, message);
  }

  getLevel() {
    return this.level;
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.formatted = true;
  }
  clearFormatters() {
    this.formatted = false;
  }
  // Every line is written at once, so there is nothing to flush or to close.
  flush = () => undefined;
  drop = () => undefined;
}

/**
 * @param {string} name
 * @param {string} file
 * @returns {Promise<Logger>}
 */
function createLogger(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return Promise.resolve(new Logger('file', name, file));
}

const version = 0;
const setLevel = () => undefined;
const setFlushOn = () => undefined;
const createRotatingLogger = createLogger;
const createAsyncRotatingLogger = createLogger;

// Bare names only, the form in which Node.js finds what can be imported from a CommonJS module.
module.exports = {
  version,
  setLevel,
  setFlushOn,
  Logger,
  createRotatingLogger,
  createAsyncRotatingLogger,
};

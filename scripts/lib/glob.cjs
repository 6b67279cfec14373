// @ts-check
const fs = require('node:fs');
const path = require('node:path');

/**
 * Files below a folder whose names end in `suffix`, sorted; an absent folder has none.
 * @param {string} folder
 * @param {string} suffix
 * @returns {string[]}
 */
function globSync(folder, suffix) {
  let names;
  try {
    names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => path.join(folder, name))
    .sort();
}

module.exports = { globSync };

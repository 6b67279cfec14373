// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

const unit = 'cli/output';

/** Faults in how the command line prints what was found. @type {readonly Mutation[]} */
export const outputMutations = [
  {
    file: 'src/cli/formats/github.ts',
    find: ".replaceAll('%', '%25')",
    replace: '',
    breaks: 'a percent sign in a path or a message becomes another character on GitHub',
    tests: unit,
  },
  {
    file: 'src/cli/formats/github.ts',
    find: ".replaceAll(',', '%2C')",
    replace: '',
    breaks: 'a comma in a path ends it on GitHub',
    tests: unit,
  },
  {
    file: 'src/cli/formats/github.ts',
    find: ".replaceAll(':', '%3A')",
    replace: '',
    breaks: 'a colon in a path ends it on GitHub',
    tests: unit,
  },
  {
    file: 'src/cli/formats/sarif.ts',
    find: '[code, nodeId, inNode]',
    replace: '[code, lineText]',
    breaks: 'problems of two nodes that are written alike are one',
    tests: unit,
  },
  {
    file: 'src/cli/formats/sarif.ts',
    find: 'nodeId === null ? [code, lineText]',
    replace: 'nodeId === null ? [code]',
    breaks: 'another entry of the connections file is taken for the same problem',
    tests: unit,
  },
  {
    file: 'src/cli/formats/sarif.ts',
    find: 'repeats.set(key, count);',
    replace: '',
    breaks: 'equal problems of a file are one',
    tests: unit,
  },
  {
    file: 'src/cli/formats/sarif.ts',
    find: '...(member === undefined && { region }),',
    replace: 'region,',
    breaks: 'lines of a file in an archive are taken for lines of the archive',
    tests: unit,
  },
  {
    file: 'src/cli/repositoryPath.ts',
    find: 'if (await hasGit(folder)) return relativeTo(folder, path);',
    replace: '',
    breaks: 'places are relative to the current folder, not to the repository',
    tests: unit,
  },
  {
    file: 'src/cli/isAskedFor.ts',
    find: 'if (!only || entry.uses.some(({ file }) => only.has(file))) return true;',
    replace: 'return true;',
    breaks: '`connections <file>` lists what is in other files alone',
    tests: 'cli/discovery',
  },
];

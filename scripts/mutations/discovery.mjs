// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

const rootOf = 'src/cli/sources/rootOf.ts';
const look = 'src/cli/sources/treeLook.ts';
const unit = 'cli/discovery';
const verdict = 'cli/sameVerdict';

/** Faults in which files the command line looks at. @type {readonly Mutation[]} */
export const discoveryMutations = [
  {
    file: rootOf,
    find: "git && git !== 'submodule'",
    replace: 'git',
    breaks: 'a submodule does not see what the repository around it declares',
    tests: unit,
  },
  {
    file: rootOf,
    find: 'around.toReversed()',
    replace: 'around',
    breaks: 'a config of the CLI hides the connections file around it',
    tests: verdict,
  },
  {
    file: look,
    find: 'return (await rootOf.find(folder))?.folder !== root?.folder;',
    replace: 'return false;',
    breaks: 'what a link leads to counts twice, here and in its own project',
    tests: verdict,
  },
  {
    file: 'src/cli/sources/leftOut.ts',
    find: 'return verdict && !isDeclaration(path)',
    replace: 'return verdict',
    breaks: 'an ignored connections file declares nothing',
    tests: unit,
  },
  {
    file: 'src/cli/sources/openSources.ts',
    find: 'path.slice(root.folder.length)',
    replace: "''",
    breaks: 'a link that leads out of a project stands for the whole project',
    tests: unit,
  },
  {
    file: 'src/core/files/gitignore.ts',
    find: "') at++;",
    replace: "') at += 0;",
    breaks: 'a space behind a backslash does not count',
    tests: 'files/gitignore',
  },
  {
    file: 'src/platform/zipEntries.ts',
    find: 'await read(found.directory, length)',
    replace: 'await read(0, size)',
    breaks: 'archives of any size are read to find out what they are',
    tests: 'platform/packageZip',
  },
];

// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

const git = 'src/node/git.ts';
const index = 'src/node/gitIndex.ts';
const source = 'src/cli/sources/stagedSource.ts';
const tests = 'cli/staged';

/** Faults in what is taken for a commit of Git's index. @type {readonly Mutation[]} */
export const stagedMutations = [
  {
    file: git,
    find: '{ ...environment, GIT_LITERAL_PATHSPECS',
    replace: '{ ...environment, GIT_INDEX_FILE: undefined, GIT_LITERAL_PATHSPECS',
    breaks: 'a commit of some files is judged by all that is staged',
    tests,
  },
  {
    file: git,
    find: "GIT_LITERAL_PATHSPECS: '0'",
    replace: "NO_LITERAL_PATHSPECS: '0'",
    breaks: 'under an editor that turns off pathspecs nothing is found',
    tests,
  },
  {
    file: index,
    find: " '--no-relative',",
    replace: '',
    breaks: 'with diff.relative what is staged elsewhere is not found',
    tests,
  },
  {
    file: index,
    find: ' && !isIntended.has(path)',
    replace: '',
    breaks: 'a file that is only meant to be added counts as an empty one',
    tests,
  },
  {
    file: index,
    find: "mode !== '160000' && ",
    replace: '',
    breaks: 'a submodule at a place of flows can not be read',
    tests,
  },
  {
    file: index,
    find: 'if (content !== undefined) contents.set(path, content);',
    replace: '',
    breaks: 'links are not followed',
    tests,
  },
  {
    file: source,
    find: 'only: new Set(paths.filter(isReported))',
    replace: 'only: new Set(paths)',
    breaks: 'what is committed is reported too',
    tests,
  },
  {
    file: source,
    find: "if (placeOf(path)?.kind !== 'ruleSettings') continue;",
    replace: 'continue;',
    breaks: 'what the settings of the index exclude is judged',
    tests,
  },
  {
    file: source,
    find: "placeOf(path)?.kind !== 'intents' || isReported(path)",
    replace: "placeOf(path)?.kind !== 'intents'",
    breaks: 'staged intents are judged as empty ones',
    tests,
  },
];

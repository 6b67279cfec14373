// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

const file = 'src/core/validation/strictSchema.ts';
const tests = 'validation/strictSchema';

/** Faults in the schema for other programs. @type {readonly Mutation[]} */
export const strictSchemaMutations = [
  { file, find: 'localizedData: listOf(', replace: 'data: listOf(', breaks: 'nodes of packages', tests },
  { file, find: "...choices, '', null", replace: "...choices, ''", breaks: 'null is no choice', tests },
  { file, find: '{ minimum: min }', replace: '{}', breaks: 'no number is too small', tests },
  { file, find: ".replaceAll('/', '~1')", replace: '', breaks: 'references lead nowhere', tests },
  { file, find: '|\\\\[\\\\[snippet-', replace: '', breaks: 'snippets are no computed values', tests },
  { file, find: "rank === 'declared'", replace: 'true', breaks: 'asserts what is only recorded', tests },
];

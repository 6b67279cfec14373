// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

/** Faults in what is known of node types, and of projects. @type {readonly Mutation[]} */
export const catalogMutations = [
  {
    file: 'schemas/core-catalog.json',
    find: '"serviceConnection","type":"connection","connectionType":"EmailService"',
    replace: '"serviceConnection","type":"connection","connectionType":"SMTP"',
    breaks: 'the Connection of an e-mail service is taken for one of SMTP',
    tests: 'catalog/catalog',
  },
  {
    file: 'src/core/catalog/coreCatalog.ts',
    find: 'parentType !== undefined && parentType !== type',
    replace: 'parentType !== undefined',
    breaks: 'a head of a branch belongs to itself',
    tests: 'catalog/catalog',
  },
  {
    file: 'src/core/catalog/catalog.ts',
    find: "rank === 'recorded' && isMet === false ? undefined : isMet",
    replace: 'isMet',
    breaks: 'a field is taken for unused that is only recorded',
    tests: 'catalog/catalog',
  },
  {
    file: 'src/core/catalog/catalog.ts',
    find: 'sources.toReversed()',
    replace: 'sources',
    breaks: 'what is noted down hides what the platform declares',
    tests: 'catalog/catalog',
  },
  {
    file: 'src/core/connection/projects.ts',
    find: 'folder === undefined || covers.some((cover) => isWithin(cover.folder, folder))',
    replace: 'folder === undefined',
    breaks: 'a config.json beside a connections file makes a second project, which has no names',
    tests: 'connection/projects',
  },
  {
    file: 'src/core/connection/projectCover.ts',
    find: 'named(a) - named(b) || ',
    replace: '',
    breaks: 'of two connections files for one folder not the plain one counts',
    tests: 'connection/projects',
  },
  {
    file: 'src/core/connection/projects.ts',
    find: 'resources?.find((resource) => isWithin(resource.root, path))?.connection',
    replace: 'resources?.[0]?.connection',
    breaks: 'what one clone declares counts for another one',
    tests: 'connection/projects',
  },
];

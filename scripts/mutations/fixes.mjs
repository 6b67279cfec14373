// @ts-check
/** @typedef {import('../lib/mutation.mjs').Mutation} Mutation */

const tests = 'language/fix';

/** Faults in the fixes. @type {readonly Mutation[]} */
export const fixMutations = [
  {
    file: 'src/core/language/fixes/index.ts',
    find: 'find(({ isCertain }) => isCertain)',
    replace: 'find(() => false)',
    breaks: 'Fix All does nothing',
    tests,
  },
  {
    file: 'src/core/language/fixes/index.ts',
    find: 'find(({ isCertain }) => isCertain)',
    replace: 'find(() => true)',
    breaks: 'Fix All does what is not certain',
    tests,
  },
  {
    file: 'src/core/language/fixes/index.ts',
    find: ' && !fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))',
    replace: '',
    breaks: 'Fix All makes edits that overlap',
    tests,
  },
  {
    file: 'src/core/language/fixes/fixesAt.ts',
    find: 'own.offset <= offset + length && ',
    replace: '',
    breaks: 'fixes are offered for problems that stand after the cursor',
    tests,
  },
  {
    file: 'src/core/validation/slipOf.ts',
    find: '!first || first.distance >= (second?.distance ?? Infinity)',
    replace: '!first',
    breaks: 'one of two choices that are as near is taken for certain',
    tests,
  },
  {
    file: 'src/core/validation/slipOf.ts',
    find: 'Math.max(caseSlip, furthestSlip',
    replace: 'Math.max(0, furthestSlip',
    breaks: 'a short choice in capitals is not taken for a slip',
    tests,
  },
  {
    file: 'src/core/language/fixes/chooseOrClear.ts',
    find: 'isCertain: false',
    replace: 'isCertain: true',
    breaks: 'Fix All clears what may be a credential',
    tests,
  },
  {
    file: 'src/core/language/fixes/chooseSimilar.ts',
    find: 'isSameType(one, slot.field.connectionType) && ',
    replace: '',
    breaks: 'Connections of another type are offered',
    tests,
  },
  {
    file: 'src/core/language/fixes/chooseSimilar.ts',
    find: 'first.idDistance < (second?.idDistance ?? Infinity)',
    replace: 'first.idDistance < Infinity',
    breaks: 'one of two Connections whose IDs are as near is taken for certain',
    tests,
  },
  {
    file: 'src/core/language/fixes/clearStale.ts',
    find: 'isCertain: false',
    replace: 'isCertain: true',
    breaks: 'Fix All clears IDs under keys that are not used',
    tests,
  },
  {
    file: 'src/core/language/fixes/keepInRange.ts',
    find: 'isCertain: false',
    replace: 'isCertain: true',
    breaks: 'Fix All changes numbers to a bound that nobody chose',
    tests,
  },
  {
    file: 'src/core/language/fixes/mendEdge.ts',
    find: "path.at(-1) === 'next' ? replaceValue(document, path, null) : ",
    replace: '',
    breaks: 'the key of what follows a node is taken out',
    tests,
  },
  {
    file: 'src/core/language/fixes/removeRepeatedKey.ts',
    find: 'removeValue(document, path, first)',
    replace: 'removeValue(document, path)',
    breaks: 'of two equal keys the one that counts is removed',
    tests,
  },
  {
    file: 'src/core/language/fixes/setAuthTypeNone.ts',
    find: " || !choices?.includes('none')",
    replace: '',
    breaks: 'None is chosen where the node does not offer it',
    tests,
  },
  {
    file: 'src/core/language/fixes/setAuthTypeNone.ts',
    find: 'isCertain: false',
    replace: 'isCertain: true',
    breaks: 'Fix All takes away the authentication of a call',
    tests,
  },
  {
    file: 'src/core/language/fixes/useBoolean.ts',
    find: 'isCertain: meant !== undefined',
    replace: 'isCertain: true',
    breaks: 'Fix All guesses between true and false',
    tests,
  },
];

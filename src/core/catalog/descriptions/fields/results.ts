import type { Texts } from '../text';

/** Where a node leaves its result, in every node type that has one. */
export const resultFields: Texts = {
  storeLocation: (t) => t('Where the result is stored: in the Input, for this turn, or in the Context.'),
  inputKey: (t) => t('The key in the Input that the result is stored under.'),
  contextKey: (t) => t('The key in the Context that the result is stored under.'),
};

/** Keys of every node type that asks a database or a mail server. */
export const serviceFields: Texts = {
  ...resultFields,
  connection: (t) => t('The Reference ID of the Connection that the node uses.'),
  stopOnError: (t) => t('Whether an error stops the flow.'),
};

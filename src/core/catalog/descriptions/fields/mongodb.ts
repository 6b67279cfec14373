import type { FieldTexts, Texts } from '../text';
import { serviceFields } from './results';

const common = {
  collection: (t) => t('The collection in the database.'),
  query: (t) => t('Which documents, as a MongoDB query.'),
  options: (t) => t('Further options of MongoDB’s operation, as JSON.'),
} satisfies Texts;

const find: Texts = {
  ...common,
  projection: (t) => t('Which of the fields are wanted.'),
  shouldCacheResult: (t) => t('Whether results are cached.'),
  cacheExpiry: (t) => t('For how long a cached result counts.'),
};

const update: Texts = {
  ...common,
  update: (t) => t('What changes, as JSON.'),
  useOperators: (t) => t('Whether the update is written with MongoDB’s operators.'),
};

/** Keys of the nodes for MongoDB. */
export const mongodbFields: FieldTexts = {
  '': serviceFields,
  mongoFind: find,
  mongoFindOne: find,
  mongoInsert: {
    collection: common.collection,
    options: common.options,
    documents: (t) => t('The documents, as JSON.'),
  },
  mongoUpdateOne: update,
  mongoUpdateMany: update,
  mongoRemove: common,
  mongoAggregate: { ...common, query: (t) => t('The stages of the aggregation, as JSON.') },
};

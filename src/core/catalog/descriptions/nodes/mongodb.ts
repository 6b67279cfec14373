import type { NodeTypeTexts } from '../text';

/** MongoDB. */
export const mongodbNodes: NodeTypeTexts = {
  mongoFind: {
    title: (t) => t('Find'),
    description: (t) => t('Finds documents in a MongoDB collection and stores them.'),
  },
  mongoFindOne: {
    title: (t) => t('Find One'),
    description: (t) => t('Finds one document in a MongoDB collection and stores it.'),
  },
  mongoInsert: {
    title: (t) => t('Insert'),
    description: (t) => t('Adds documents to a MongoDB collection.'),
  },
  mongoUpdateOne: {
    title: (t) => t('Update One'),
    description: (t) => t('Changes one document of a MongoDB collection.'),
  },
  mongoUpdateMany: {
    title: (t) => t('Update Many'),
    description: (t) => t('Changes all documents of a MongoDB collection that a query finds.'),
  },
  mongoRemove: {
    title: (t) => t('Remove'),
    description: (t) => t('Removes documents from a MongoDB collection.'),
  },
  mongoAggregate: {
    title: (t) => t('Aggregate'),
    description: (t) => t('Runs an aggregation on a MongoDB collection and stores its result.'),
  },
};

import { flowDescriptions } from './flowDescriptions';
import { chartShape, embeddedRelationShape, nodeShape, relationShape, type Shape } from './flowShape';

/*
 * The JSON schemas by which editors check flow files, made of the same shapes as `wrong-shape` judges by. They are
 * generated: `node scripts/makeRuleFiles.mjs` writes them, a guard compares them.
 */

export type Schema = Readonly<Record<string, unknown>>;

const references = new Map<Shape, string>([
  [nodeShape, 'node'],
  [relationShape, 'relation'],
  [chartShape, 'chart'],
]);

export const reference = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const hasKeys = (...keys: string[]): Schema => ({ type: 'object', required: keys });
const listWith = (...keys: string[]): Schema => ({ type: 'array', contains: hasKeys(...keys) });
export const property = (key: string, schema: Schema): Schema => ({ properties: { [key]: schema } });
const withProperty = (key: string, schema: Schema): Schema => ({
  type: 'object',
  required: [key],
  ...property(key, schema),
});

const node = reference('node');
const chart = reference('chart');
export const embeddedRelation: Schema = { allOf: [reference('relation'), { required: ['_data'] }] };
/** As `hasNodes` knows them. */
const ownNode: Schema = {
  type: 'object',
  anyOf: [
    { required: ['_id'], ...property('_id', { type: 'string', pattern: '^[0-9a-fA-F]{24}$' }) },
    {
      required: ['type', 'extension'],
      properties: { type: { type: 'string' }, extension: { type: 'string' } },
    },
  ],
};
const hasOwnNodes: Schema = { type: 'array', contains: ownNode };
export const isListOfNodes: Schema = { allOf: [hasOwnNodes, { not: listWith('_data') }] };
const listsOfBoth: Schema = {
  ...hasKeys('nodes', 'relations'),
  properties: { nodes: { type: 'array' }, relations: { type: 'array' } },
};

/** Of `flows/<Flow>/<Locale>/chart.json`, which can be nothing else. */
const atItsPlace: Schema = choose(
  [
    [isListOfNodes, listOf(node)],
    [{ type: 'array' }, listOf(embeddedRelation)],
  ],
  chart,
);

/** Of `*.flow.json`, which other products have too: what is none of ours is not checked. */
const handWritten: Schema = choose(
  [
    [isListOfNodes, listOf(node)],
    [listWith('_data'), listOf(embeddedRelation)],
    [{ anyOf: [listsOfBoth, withProperty('relations', listWith('node'))] }, chart],
    [withProperty('nodes', hasOwnNodes), property('nodes', listOf(node))],
    [withProperty('localizedData', { type: 'array' }), {}],
    [{ anyOf: ['nodes', 'relations'].map((key) => withProperty(key, { type: 'array' })) }, {}],
    [withProperty('items', isListOfNodes), property('items', listOf(node))],
    [withProperty('chart', listsOfBoth), property('chart', chart)],
  ],
  {},
);

/** The schema of charts at their place in a clone, or of flow files that are known by their suffix alone. */
export function flowSchema(kind: 'chart' | 'handWritten'): Schema {
  const { defaultSnippets, ...described } = flowDescriptions.chart;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from src/core/validation/flowShape.ts by scripts/makeRuleFiles.mjs.',
    title: 'A flow of Cognigy.AI',
    // What is offered in an empty file.
    ...described,
    defaultSnippets,
    ...(kind === 'chart' ? atItsPlace : handWritten),
    definitions: {
      chart: merge(described, toSchema(chartShape)),
      relation: merge(flowDescriptions.relation, toSchema(relationShape)),
      node: merge(flowDescriptions.node, toSchema(nodeShape)),
    },
  };
}

/** The first of several schemas whose condition holds. */
export function choose(
  cases: readonly (readonly [condition: Schema, schema: Schema])[],
  otherwise: Schema,
): Schema {
  const [first, ...others] = cases;
  if (!first) return otherwise;
  return { if: first[0], then: first[1], else: choose(others, otherwise) };
}

/** What a value of a shape must be; charts, relations and nodes in it are `#/definitions`. */
export function toSchema({ types, isEmptyAllowed, required, properties, items }: Shape): Schema {
  const all = isEmptyAllowed ? [...types, 'string'] : types;
  return {
    type: all.length === 1 ? all[0] : all,
    ...(isEmptyAllowed && { pattern: '^$', patternErrorMessage: `Incorrect type. Expected "${types[0]}".` }),
    ...(required && { required }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, shape]) => [key, toReference(shape)]),
      ),
    }),
    ...(items && { items: toReference(items) }),
  };
}

function toReference(shape: Shape): Schema {
  if (shape === embeddedRelationShape) return embeddedRelation;
  const name = references.get(shape);
  return name === undefined ? toSchema(shape) : reference(name);
}

function merge(described: Schema, asserted: Schema): Schema {
  const merged: Record<string, unknown> = { ...described };
  for (const [key, value] of Object.entries(asserted)) {
    const own = merged[key];
    merged[key] = isSchema(own) && isSchema(value) ? merge(own, value) : value;
  }
  return merged;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { FilePlace } from '../flow/filePlace';
import { flowLists, hasNodes, hasRelations, isCognigyFlow } from '../flow/flowLists';
import type { JsonPath } from '../json/jsonPath';
import { isObject } from '../json/narrow';

type JsonType = 'object' | 'array' | 'string' | 'boolean' | 'null';

/** What a value must be: as much of a JSON schema as flow files need. `flowSchema` makes one of it. */
export interface Shape {
  readonly types: readonly JsonType[];
  /** Whether an empty text will do as well, which real files have for what is unset. */
  readonly isEmptyAllowed?: true;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

const text: Shape = { types: ['string'] };
const optionalText: Shape = { types: ['string', 'null'] };
const flag: Shape = { types: ['boolean', 'null'], isEmptyAllowed: true };
const list = (items: Shape): Shape => ({ types: ['array'], items });

/** The keys that every node of 223 real charts has, and the types that their values have there. */
const nodeProperties = {
  _id: text,
  referenceId: optionalText,
  type: text,
  extension: optionalText,
  label: optionalText,
  comment: optionalText,
  commentColor: optionalText,
  analyticsLabel: optionalText,
  isDisabled: flag,
  isEntryPoint: flag,
  mock: { types: ['object', 'null'], isEmptyAllowed: true },
} as const satisfies Record<string, Shape>;

const config: Shape = { types: ['object'] };

export const nodeShape: Shape = {
  types: ['object'],
  required: ['_id', 'type'],
  properties: { ...nodeProperties, localeReference: optionalText, config },
};

export const relationShape: Shape = {
  types: ['object'],
  required: ['node'],
  properties: {
    _id: optionalText,
    node: text,
    // Null broke the import of packages before 2026.7.
    children: list(text),
    next: optionalText,
    // Where the node stands with its relation.
    _data: nodeShape,
  },
};

export const embeddedRelationShape: Shape = {
  ...relationShape,
  required: ['node', '_data'],
};

/** Without relations it holds nodes alone, which is all that `cognigy push` reads of it. */
export const chartShape: Shape = {
  types: ['object'],
  required: ['nodes'],
  properties: { _id: optionalText, relations: list(relationShape), nodes: list(nodeShape) },
};

export const packageChartShape: Shape = {
  types: ['object'],
  required: ['relations'],
  properties: { _id: text, relations: list(relationShape) },
};

export const packageNodeShape: Shape = {
  types: ['object'],
  required: ['_id', 'type', 'localizedData'],
  properties: {
    ...nodeProperties,
    chartReference: optionalText,
    localizedData: list({ types: ['object'], properties: { localeReference: optionalText, config } }),
  },
};

/** Of the files beside charts that push reads: it needs no more of them. */
const localesShape = list({
  types: ['object'],
  required: ['_id', 'name'],
  properties: { _id: text, name: text },
});
const flowConfigShape: Shape = { types: ['object'] };

const connectionsFileShape: Shape = {
  types: ['object'],
  properties: { connections: { types: ['array'] } },
};

const nodeListShape: Shape = list(nodeShape);
const relationListShape: Shape = list(embeddedRelationShape);

/** What a file must be; undefined where that is not known, and for a flow of another product. */
export function shapeAt(place: FilePlace, value: unknown): Shape | undefined {
  if (place.kind === 'locales') return localesShape;
  if (place.kind === 'flowResource') return flowConfigShape;
  if (place.kind === 'connectionsFile') return connectionsFileShape;
  if (place.kind === 'packageChart') return packageChartShape;
  if (place.kind === 'packageNode') return packageNodeShape;
  if (place.kind !== 'flow' || (place.root === undefined && !isCognigyFlow(value))) return undefined;
  if (Array.isArray(value)) return flowLists(value).shape === 'fragment' ? nodeListShape : relationListShape;
  return place.root === undefined ? handWrittenShape(value) : chartShape;
}

/** Of a file that may also hold nodes alone, or an answer of the API. */
function handWrittenShape(value: unknown): Shape | undefined {
  const hasRelationList = isObject(value) && Array.isArray(value.relations);
  if (!isObject(value) || hasRelations(value.relations) || (hasRelationList && Array.isArray(value.nodes)))
    return chartShape;
  const only = (key: string, shape: Shape): Shape => ({ types: ['object'], properties: { [key]: shape } });
  if (hasNodes(value.nodes)) return only('nodes', nodeListShape);
  if (flowLists(value).shape === 'fragment') return only('items', nodeListShape);
  return flowLists(value).shape === 'chart' ? only('chart', chartShape) : undefined;
}

/** Where a value is not what it must be. */
export type Misfit =
  | { readonly kind: 'type'; readonly path: JsonPath; readonly types: readonly JsonType[] }
  | { readonly kind: 'missing'; readonly path: JsonPath; readonly key: string };

/** All misfits, in the order of the value. */
export function misfits(value: unknown, shape: Shape): Misfit[] {
  const found: Misfit[] = [];
  collect(value, shape, [], found);
  return found;
}

function collect(value: unknown, shape: Shape, path: JsonPath, found: Misfit[]): void {
  const { types, isEmptyAllowed, required = [], properties, items } = shape;
  if (!types.some((type) => isOf(value, type)) && !(isEmptyAllowed && value === '')) {
    found.push({ kind: 'type', path, types });
    return;
  }
  if (isObject(value)) {
    for (const key of required) {
      if (!Object.hasOwn(value, key)) found.push({ kind: 'missing', path, key });
    }
    for (const key in properties) {
      const own = properties[key];
      if (own && Object.hasOwn(value, key)) collect(value[key], own, [...path, key], found);
    }
  } else if (items && Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, items, [...path, index], found);
  }
}

function isOf(value: unknown, type: JsonType): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

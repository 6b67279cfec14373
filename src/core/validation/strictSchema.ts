import type { Catalog, NodeField, NodeTypeDeclaration } from '../catalog/catalog';
import {
  choose,
  embeddedRelation,
  hasKeys,
  isListOfNodes,
  listOf,
  property,
  reference,
  toSchema,
  type Schema,
} from './flowSchema';
import { chartShape, nodeShape, packageChartShape, packageNodeShape, relationShape } from './flowShape';

const node = reference('node');
const chart = reference('chart');

/**
 * A JSON schema (draft-07) of flow files for other programs, those that write flows most of all: besides the shape of a
 * flow it asserts what each setting of a node of a known type takes. Choices are those of the catalogue alone, so that a
 * generator makes none up; unknown node types and unknown keys are legal, and nothing has to be set. Of a package it takes
 * the members that hold nodes and relations (`nodeData/<id>`, `chart/<id>`).
 */
export function strictFlowSchema(catalog: Catalog): Schema {
  // Of a public Extension a project may have another version than the recorded one.
  const known = catalog.nodeTypes.filter(({ rank }) => rank === 'declared');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A flow of Cognigy.AI, with the settings of its nodes',
    ...choose(
      [
        [isListOfNodes, listOf(node)],
        [{ type: 'array' }, listOf(embeddedRelation)],
        [hasKeys('localizedData'), reference('packageNode')],
        [hasKeys('nodes'), chart],
        [hasKeys('relations'), toSchema(packageChartShape)],
        [hasKeys('items'), property('items', listOf(node))],
        [hasKeys('chart'), property('chart', chart)],
      ],
      chart,
    ),
    definitions: {
      chart: toSchema(chartShape),
      relation: toSchema(relationShape),
      node: { allOf: [toSchema(nodeShape), ids, reference('settings')] },
      packageNode: { allOf: [toSchema(packageNodeShape), ids, reference('settings')] },
      settings: { allOf: known.map(toCase) },
      ...Object.fromEntries(known.map((nodeType) => [nameOf(nodeType), toConfig(nodeType)])),
    },
  };
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ids: Schema = {
  properties: {
    _id: { pattern: '^[0-9a-fA-F]{24}$' },
    referenceId: { pattern: `^(?:${uuid.replaceAll('a-f', 'a-fA-F')})?$` },
  },
};

/** A chart has a node's settings once, a package once a locale. */
function toCase(nodeType: NodeTypeDeclaration): Schema {
  const { extension, type } = nodeType;
  const config = reference(encodeURIComponent(nameOf(nodeType).replaceAll('~', '~0').replaceAll('/', '~1')));
  return {
    if: {
      ...hasKeys('extension', 'type'),
      properties: { extension: { const: extension }, type: { const: type } },
    },
    then: { properties: { config, localizedData: listOf(property('config', config)) } },
  };
}

function nameOf({ extension, type }: NodeTypeDeclaration): string {
  return `${extension} ${type}`;
}

function toConfig({ fields, connectionFields }: NodeTypeDeclaration): Schema {
  const connections = connectionFields.map(({ key, connectionType: { type } }) => [
    key,
    {
      description: `The Reference ID of a Connection of the type ${type}.`,
      pattern: `^(?:${uuid})?$`,
      ...typed('string'),
    },
  ]);
  const others = [...fields.values()].map((field) => [
    field.key,
    { ...('default' in field && { default: field.default }), ...toValue(field) },
  ]);
  return { properties: { ...Object.fromEntries(others), ...Object.fromEntries(connections) } };
}

/** Null is unset, as `''` is, which every string may be. */
function typed(...types: readonly string[]): Schema {
  return { type: [...types, 'null'] };
}

/** What is computed at run time may become anything. */
const computed: Schema = { type: 'string', pattern: '\\{\\{|\\[\\[snippet-' };
const unset: Schema = { enum: ['', null] };

function toValue(field: NodeField): Schema {
  const { type, enum: choices, min, max } = field;
  switch (type) {
    case 'select':
      return choices ? { anyOf: [{ enum: [...new Set([...choices, '', null])] }, computed] } : {};
    case 'toggle':
    case 'checkbox':
      return { anyOf: [{ enum: [true, false, 'true', 'false', '', null] }, computed] };
    case 'number':
    case 'slider': {
      const bounds = {
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
      };
      // A number in quotes is taken for one; a schema can't tell how large it is.
      const inQuotes = { type: 'string', pattern: '^-?[0-9]+(?:\\.[0-9]+)?$' };
      return { anyOf: [{ type: 'number', ...bounds }, inQuotes, unset, computed] };
    }
    case 'json':
    case 'keyValuePairs':
      return { ...typed('string', 'object', 'array'), contentMediaType: 'application/json' };
    case 'cognigyText':
    case 'text':
    case 'code':
    case 'xml':
    case 'llmSelect':
      // Two of them are switches all the same, by their default.
      return typeof (field.default ?? '') === 'string' ? typed('string') : {};
    case 'textArray':
    case 'cognigyTextArray':
      return typed('array', 'string');
    default:
      return {};
  }
}

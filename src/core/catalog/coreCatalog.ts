import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type {
  CatalogSource,
  ConnectionField,
  ConnectionTypeDeclaration,
  NodeField,
  NodeTypeDeclaration,
} from './catalog';
import { toCondition } from './condition';

/** The release of Cognigy.AI that schemas/core-catalog.json knows, of December 2024. */
export const knownPlatformVersion = '4.85';

/** Reads schemas/core-catalog.json: the platform's own node types and connection types. */
export function readCoreCatalog(value: unknown): CatalogSource {
  const root = isObject(value) ? value : {};
  return {
    connectionTypes: asArray(root.connectionTypes).filter(isObject).map(toConnectionType),
    nodeTypes: asArray(root.nodeTypes).filter(isObject).map(toNodeType),
  };
}

function toConnectionType(entry: JsonObject): ConnectionTypeDeclaration {
  return {
    extension: asString(entry.extension) ?? '',
    type: asString(entry.type) ?? '',
    rank: 'declared',
    fields: asArray(entry.fields)
      .filter(isObject)
      .map((field) => ({ fieldName: asString(field.fieldName) ?? '', required: field.required !== false })),
  };
}

function toNodeType(entry: JsonObject): NodeTypeDeclaration {
  const extension = asString(entry.extension) ?? '';
  const type = asString(entry.type) ?? '';
  const parentType = asString(entry.parentType);
  const fields = new Map<string, NodeField>();
  const connectionFields: ConnectionField[] = [];
  for (const field of asArray(entry.fields)) {
    if (!isObject(field) || typeof field.key !== 'string') continue;
    fields.set(field.key, toField(field, field.key));
    const connectionType = asString(field.connectionType);
    if (field.type !== 'connection' || connectionType === undefined) continue;
    const { key, required, condition } = toField(field, field.key);
    connectionFields.push({
      key,
      connectionType: { extension, type: connectionType },
      required,
      ...(condition && { condition }),
    });
  }
  return {
    extension,
    type,
    rank: 'declared',
    fields,
    connectionFields,
    ...(Array.isArray(entry.children) && {
      children: entry.children.filter((child) => typeof child === 'string'),
    }),
    // Two descriptors name themselves as their parent, which says nothing.
    ...(parentType !== undefined && parentType !== type && { parentType }),
    isFixed: entry.creatable === false && entry.deletable === false,
    ...(entry.creatable === false && { isHidden: true }),
  };
}

function toField(field: JsonObject, key: string): NodeField {
  const condition = toCondition(field.condition);
  return {
    key,
    type: asString(field.type) ?? '',
    required: field.required === true,
    ...('default' in field && { default: field.default }),
    ...(Array.isArray(field.enum) && { enum: field.enum as readonly unknown[] }),
    ...(typeof field.min === 'number' && { min: field.min }),
    ...(typeof field.max === 'number' && { max: field.max }),
    ...(condition && { condition }),
  };
}

import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type {
  CatalogSource,
  ConnectionField,
  ConnectionTypeDeclaration,
  NodeTypeDeclaration,
} from './catalog';
import { toCondition } from './condition';

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
    fields: asArray(entry.fields)
      .filter(isObject)
      .map((field) => ({ fieldName: asString(field.fieldName) ?? '', required: field.required !== false })),
  };
}

function toNodeType(entry: JsonObject): NodeTypeDeclaration {
  const extension = asString(entry.extension) ?? '';
  const fields = asArray(entry.fields).filter(isObject);
  return {
    extension,
    type: asString(entry.type) ?? '',
    connectionFields: fields.flatMap((field) => toConnectionField(field, extension) ?? []),
    defaults: new Map(
      fields.filter((field) => 'default' in field).map((field) => [asString(field.key) ?? '', field.default]),
    ),
  };
}

function toConnectionField(field: JsonObject, extension: string): ConnectionField | undefined {
  const type = asString(field.connectionType);
  const key = asString(field.key);
  if (field.type !== 'connection' || type === undefined || key === undefined) return undefined;
  const condition = toCondition(field.condition);
  return {
    key,
    connectionType: { extension, type },
    required: field.required === true,
    ...(condition && { condition }),
  };
}

import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type { CatalogSource, NodeTypeDeclaration } from './catalog';
import { toCondition } from './condition';

/** Reads schemas/public-extensions.json: names of the connection types and fields of the public Extensions. */
export function readPublicExtensions(value: unknown): CatalogSource {
  const extensions = asArray(isObject(value) ? value.extensions : undefined)
    .filter(isObject)
    .flatMap(underEveryName);
  return {
    connectionTypes: extensions.flatMap((entry) =>
      asArray(entry.connectionTypes)
        .filter(isObject)
        .map((type) => ({
          extension: asString(entry.extension) ?? '',
          type: asString(type.type) ?? '',
          rank: 'recorded',
          fields: asArray(type.fields)
            .filter((name) => typeof name === 'string')
            // Which of them are required is not recorded.
            .map((fieldName) => ({ fieldName, required: false })),
        })),
    ),
    nodeTypes: extensions.flatMap(toNodeTypes),
  };
}

/** Flow files keep the name that an Extension had when it was installed. */
function underEveryName(entry: JsonObject): JsonObject[] {
  return [entry.extension, ...asArray(entry.formerNames)].map((extension) => ({ ...entry, extension }));
}

function toNodeTypes(entry: JsonObject): NodeTypeDeclaration[] {
  const extension = asString(entry.extension) ?? '';
  const fields = asArray(entry.connectionFields).filter(isObject);
  const types = new Set(fields.map((field) => asString(field.node) ?? ''));
  return [...types].map((type) => ({
    extension,
    type,
    rank: 'recorded',
    fields: new Map(),
    connectionFields: fields
      .filter((field) => field.node === type)
      .map((field) => {
        const condition = toCondition(field.condition);
        return {
          key: asString(field.key) ?? '',
          connectionType: { extension, type: asString(field.connectionType) ?? '' },
          required: field.required === true,
          ...(condition && { condition }),
        };
      }),
    isFixed: false,
  }));
}

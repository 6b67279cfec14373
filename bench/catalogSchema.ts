import type { JSONSchema } from 'vscode-json-languageservice';

interface CatalogFile {
  readonly nodeTypes: readonly {
    readonly extension: string;
    readonly type: string;
    readonly fields: readonly {
      readonly key: string;
      readonly type: string;
      readonly enum?: readonly unknown[];
      readonly min?: number;
      readonly max?: number;
    }[];
  }[];
}

const unset: JSONSchema = { enum: ['', null] };
const computed: JSONSchema = { type: 'string', pattern: '\\{\\{|\\[\\[snippet-' };

/**
 * What the catalogue says of a chart, as a JSON schema: fixed keys, ids, and by node type choices, bounds, toggles and
 * Connections. Types are asked for by their Extension first, which spares the language service most of its work.
 */
export function catalogSchema({ nodeTypes }: CatalogFile): JSONSchema {
  const id: JSONSchema = { type: 'string', pattern: '^[0-9a-f]{24}$' };
  const extensions = new Set(nodeTypes.map(({ extension }) => extension));
  return {
    type: 'object',
    properties: {
      relations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['node', 'children', 'next'],
          properties: {
            node: id,
            children: { type: 'array', items: id },
            next: { anyOf: [id, { type: 'null' }] },
          },
        },
      },
      nodes: {
        type: 'array',
        items: {
          type: 'object',
          required: ['_id', 'referenceId', 'type', 'extension'],
          properties: {
            _id: id,
            referenceId: { type: 'string', pattern: uuidPattern },
            label: { type: 'string' },
            comment: { type: 'string' },
            isDisabled: { type: 'boolean' },
            isEntryPoint: { type: 'boolean' },
          },
          allOf: [...extensions].map((extension) => ({
            if: { properties: { extension: { const: extension } } },
            then: {
              allOf: nodeTypes
                .filter((nodeType) => nodeType.extension === extension)
                .map(({ type, fields }) => ({
                  if: { properties: { type: { const: type } } },
                  then: { properties: { config: { type: 'object', properties: fieldSchemas(fields) } } },
                })),
            },
          })),
        },
      },
    },
  };
}

const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

function fieldSchemas(fields: CatalogFile['nodeTypes'][number]['fields']): Record<string, JSONSchema> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const schema = fieldSchema(field);
      return schema ? [[field.key, { anyOf: [schema, unset, computed] }]] : [];
    }),
  );
}

function fieldSchema({
  type,
  enum: choices,
  min,
  max,
}: CatalogFile['nodeTypes'][number]['fields'][number]): JSONSchema | undefined {
  switch (type) {
    case 'select':
      return choices && { enum: [...choices] };
    case 'toggle':
    case 'checkbox':
      return { type: 'boolean' };
    case 'number':
    case 'slider':
      return {
        type: 'number',
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
      };
    case 'connection':
      return { type: 'string', pattern: uuidPattern };
    default:
      return undefined;
  }
}

import type { Catalog } from '../catalog/catalog';
import { describeNodeType, nodeTypeTitle } from '../catalog/descriptions/describeNodeType';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';
import type { Localize } from '../ports';
import { describeFieldFacts, describeKind } from './describeFieldFacts';
import { toCode, toMarkdown } from './markdown';
import { nodeCursorAt } from './nodeCursor';

export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}

/** What a node's type, a key of its config or that key's value is; undefined where nobody declares it. */
export function hoverAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  t: Localize,
): Hover | undefined {
  const cursor = nodeCursorAt(document, offset);
  if (!cursor?.word.length) return undefined;
  const { node, config, role, word: range } = cursor;
  const key = role === 'key' ? cursor.wordText : cursor.key;
  const nodeType = catalog.nodeType(node.extension, node.type);
  if (!config) {
    if (role !== 'value' || key !== 'type' || !nodeType) return undefined;
    const title = nodeTypeTitle(node.extension, node.type, t);
    const description = describeNodeType(node.extension, node.type, t);
    const heading = `**${toMarkdown(title ?? node.type)}** · ${toCode(node.extension)}`;
    return {
      range,
      markdown: [heading, description && toMarkdown(description)].filter(Boolean).join('\n\n'),
    };
  }
  const field = nodeType?.fields.get(key ?? '');
  if (!nodeType || !field) return undefined;
  const heading = `**${toMarkdown(field.key)}** · ${toMarkdown(describeKind(field, t))}`;
  const facts = describeFieldFacts(nodeType, field, t);
  return { range, markdown: [heading, facts].filter(Boolean).join('\n\n') };
}

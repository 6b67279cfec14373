import { isSelected, type NodeField, type NodeTypeDeclaration } from '../catalog/catalog';
import type { NodeConfig } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Completion } from './completion';
import { partsAt } from './completionParts';
import { describeFieldFacts, describeKind } from './describeFieldFacts';
import { choicesOf } from './fieldChoices';
import type { NodeCursor } from './nodeCursor';

/** The keys that a config lacks, in the platform's own order; those that count for nothing in this config last. */
export function completeKeys(
  cursor: NodeCursor,
  config: NodeConfig,
  nodeType: NodeTypeDeclaration,
  document: JsonDocument,
  t: Localize,
): Completion[] {
  const isHere = (key: string) => key === cursor.wordText || !Object.hasOwn(config.value, key);
  const fields = [...nodeType.fields.values()].filter(
    ({ key, type }) => type !== 'description' && isHere(key),
  );
  const counts = (field: NodeField) => isSelected(field, config.value, nodeType) !== false;
  return [...fields.filter(counts), ...fields.filter((field) => !counts(field))].map((field) => {
    const { after, ...place } = partsAt(cursor, document, field.key);
    const name = JSON.stringify(field.key);
    const insert =
      // The key of a property that has its value already.
      cursor.next === 'colon'
        ? { before: '', value: name, after: '', choices: [] }
        : { before: `${name}: `, after, ...valueFor(field) };
    return {
      ...place,
      kind: 'key',
      label: field.key,
      detail: describeKind(field, t),
      documentation: describeFieldFacts(nodeType, field, t),
      insert,
    };
  });
}

/** The value that a new property begins with: the default, else the first choice, else nothing. */
function valueFor(field: NodeField): { value: string; choices: readonly string[] } {
  const choices = choicesOf(field);
  const first = field.default ?? choices[0] ?? '';
  const value = JSON.stringify(first, undefined, '\t');
  const others = choices.map((choice) => JSON.stringify(choice)).filter((choice) => choice !== value);
  return { value, choices: others.length > 0 ? [value, ...others] : [] };
}

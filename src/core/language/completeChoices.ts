import { isSelected, type NodeField, type NodeTypeDeclaration } from '../catalog/catalog';
import { isUnset } from '../catalog/condition';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import { isNeeded } from '../validation/isNeeded';
import type { Completion, CompletionSequel } from './completion';
import { partsAt } from './completionParts';
import { choicesOf } from './fieldChoices';
import type { NodeCursor } from './nodeCursor';

/** What the field at the cursor takes, where that can be listed. */
export function completeChoices(
  cursor: NodeCursor,
  nodeType: NodeTypeDeclaration,
  document: JsonDocument,
  t: Localize,
): Completion[] {
  const field = nodeType.fields.get(cursor.key ?? '');
  if (!field) return [];
  return choicesOf(field).map((choice) => {
    const label = typeof choice === 'string' ? choice : JSON.stringify(choice);
    const { after, ...place } = partsAt(cursor, document, label);
    const then = sequelOf(cursor, field, choice, nodeType);
    return {
      ...place,
      kind: 'choice',
      label,
      detail: choice === field.default ? t('default') : '',
      documentation: '',
      insert: { before: '', value: JSON.stringify(choice), after, choices: [] },
      ...(then && { then }),
    };
  });
}

/** A choice that makes a Connection needed, which is not there yet, raises the question which one. */
function sequelOf(
  { config, node }: NodeCursor,
  { key }: NodeField,
  choice: unknown,
  nodeType: NodeTypeDeclaration,
): CompletionSequel | undefined {
  if (!config) return undefined;
  const after = { ...config.value, [key]: choice };
  const field = nodeType.connectionFields.find(
    (candidate) =>
      isUnset(after[candidate.key]) &&
      isNeeded({ field: candidate, isSelected: isSelected(candidate, after, nodeType) }, node, after) &&
      // What another setting decides is no question of this one.
      candidate.condition !== undefined &&
      JSON.stringify(candidate.condition).includes(JSON.stringify(key)),
  );
  return field && { kind: 'chooseConnection', key: field.key };
}

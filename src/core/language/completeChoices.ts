import type { NodeTypeDeclaration } from '../catalog/catalog';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Completion } from './completion';
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
    return {
      ...place,
      kind: 'choice',
      label,
      detail: choice === field.default ? t('default') : '',
      documentation: '',
      insert: { before: '', value: JSON.stringify(choice), after, choices: [] },
    };
  });
}

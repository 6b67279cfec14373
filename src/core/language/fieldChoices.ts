import type { NodeField } from '../catalog/catalog';

/** What a field takes where that can be listed. */
export function choicesOf({ type, enum: choices }: NodeField): readonly unknown[] {
  if (choices) return choices;
  return type === 'toggle' || type === 'checkbox' ? [true, false] : [];
}

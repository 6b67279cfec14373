import { formOf } from '../../src/core/connection/types';
import type { ConnectionForm } from '../../src/core/connection/types/connectionForm';
import { english } from '../../src/core/english';
import { shippedCatalog } from './catalog';

const catalog = shippedCatalog();

/** The forms of the platform's own connection types. */
export const coreForms: readonly ConnectionForm[] = catalog.connectionTypes
  .filter(({ extension }) => extension.startsWith('@cognigy/'))
  .map((type) => formOf(type, catalog, english));

/** The form of the type that goes by this label. */
export function typeByLabel(label: string): ConnectionForm {
  const form = coreForms.find((candidate) => candidate.label === label);
  if (!form) throw new Error(`No type is called ${label}.`);
  return form;
}

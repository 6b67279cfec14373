import type { Knowledge } from '../../src/core/connection/knowledge';
import { english } from '../../src/core/english';
import { JsonDocument } from '../../src/core/json/jsonDocument';
import type { FixContext } from '../../src/core/language/fixes/fix';
import { validateFlow } from '../../src/core/validation/validateFlow';
import { shippedCatalog } from './catalog';
import { ignorance } from './goldens';

const catalog = shippedCatalog();

/** Every problem of a text, as those get it who ask for fixes. */
export function contextsOf(text: string, knowledge: Knowledge = ignorance): FixContext[] {
  const document = new JsonDocument(text);
  return validateFlow(document, catalog, knowledge).map((problem) => ({
    problem,
    document,
    catalog,
    t: english,
  }));
}

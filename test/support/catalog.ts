import { readFileSync } from 'node:fs';
import { Catalog } from '../../src/core/catalog/catalog';
import { readCoreCatalog } from '../../src/core/catalog/coreCatalog';
import { readPublicExtensions } from '../../src/core/catalog/publicExtensions';

/** The catalogue that ships with the extension. */
export function shippedCatalog(): Catalog {
  const read = (name: string): unknown => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));
  return new Catalog([
    readCoreCatalog(read('core-catalog.json')),
    readPublicExtensions(read('public-extensions.json')),
  ]);
}

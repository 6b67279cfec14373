import type { Catalog } from '../catalog/catalog';
import type { ProjectKnowledge } from '../connection/projectKnowledge';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Hover } from './hover';
import { toMarkdown } from './markdown';
import { targetAt } from './targetAt';

/** The flow and the node that a target leads to; undefined where that can't be told. */
export function targetHoverAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  knowledge: ProjectKnowledge | undefined,
  t: Localize,
): Hover | undefined {
  const place = targetAt(document, offset, catalog);
  const known = place?.target && knowledge?.target(place.target);
  if (!place || !known) return undefined;
  const { range } = place;
  switch (known.kind) {
    case 'found': {
      const title = `**${toMarkdown(known.flow)}** ▸ **${toMarkdown(known.name)}**`;
      return { range, markdown: known.isDisabled ? `${title} · ${t('disabled')}` : title };
    }
    case 'noNode':
      return { range, markdown: t('{0} has no such node.', `**${toMarkdown(known.flow)}**`) };
    case 'noFlow':
      return { range, markdown: t('No flow of this project has this Reference ID.') };
    case 'notKnowable':
      return undefined;
  }
}

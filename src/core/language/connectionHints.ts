import { isSameType, type Catalog } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import { typeLabel } from '../connection/types';
import { candidateUses } from '../flow/candidateUses';
import { connectionSlots, slotPath, type ConnectionSlot } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import type { JsonPath } from '../json/jsonPath';
import type { TextRange } from '../json/textRange';
import type { Localize } from '../ports';
import { nodesWithin } from './nodesWithin';
import { shareLine } from './shareLine';

/** What is shown in the text behind a Reference ID. */
export interface ConnectionHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

type Words = Pick<ConnectionHint, 'label' | 'tooltip'>;

/** The names of the Connections in a range of the text, with what is wrong with them, where something is. */
export function connectionHints(
  document: JsonDocument,
  range: TextRange,
  catalog: Catalog,
  knowledge: Knowledge,
  t: Localize,
): ConnectionHint[] {
  const hints = nodesWithin(document, range).flatMap((node) =>
    hintsOf(node, catalog, knowledge, t).flatMap(({ path, words }): ConnectionHint[] => {
      const place = document.rangeOf(path);
      const end = place && place.offset + place.length;
      const isVisible = end !== undefined && end >= range.offset && end <= range.offset + range.length;
      return isVisible ? [{ offset: end, ...words }] : [];
    }),
  );
  return shareLine(
    hints.sort((a, b) => a.offset - b.offset),
    document.text,
  );
}

function hintsOf(
  node: FlowNode,
  catalog: Catalog,
  knowledge: Knowledge,
  t: Localize,
): { path: JsonPath; words: Words }[] {
  const nodeType = catalog.nodeType(node.extension, node.type);
  const isCertain = nodeType?.rank === 'declared';
  const declared = connectionSlots(node, nodeType).flatMap((slot) => {
    const words = describe(slot, catalog, knowledge, isCertain, t);
    return words ? [{ path: slotPath(slot), words }] : [];
  });
  const others = candidateUses(node, nodeType).flatMap(({ referenceId, path }) => {
    const known = knowledge.referenceId(referenceId);
    if (known.kind !== 'declared') return [];
    const { name } = known.connection;
    return [{ path, words: { label: ` ${name}`, tooltip: typeLabel(known.connection, t) } }];
  });
  return [...declared, ...others];
}

/** As the rules judge it: what they would only hint at is not said here. */
function describe(
  { referenceId, field, isSelected }: ConnectionSlot,
  catalog: Catalog,
  knowledge: Knowledge,
  isCertain: boolean,
  t: Localize,
): Words | undefined {
  if (!referenceId) return undefined;
  const known = knowledge.referenceId(referenceId);
  if (known.kind !== 'declared') {
    if (known.kind !== 'undeclared' || !isCertain || isSelected !== true) return undefined;
    return { label: ` ${t('not registered')}`, tooltip: typeLabel(field.connectionType, t) };
  }
  const { connection } = known;
  const type = typeLabel(connection, t);
  const isWrong =
    isSelected === true && isCertain && !isSameType(connection, field.connectionType)
      ? catalog.connectionType(connection)?.rank === 'declared'
      : false;
  const trouble = isWrong
    ? t('wrong type: {0}', type)
    : connection.isTemporary && isSelected !== false
      ? t('temporary')
      : undefined;
  return { label: ` ${[connection.name, trouble].filter(Boolean).join(' · ')}`, tooltip: type };
}

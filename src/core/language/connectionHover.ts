import { isSameType, type Catalog } from '../catalog/catalog';
import type { Connection } from '../connection/connection';
import { knowledgeFor } from '../connection/knowledge';
import { countNodes, findConnection, type LocatedUse } from '../connection/projectConnections';
import { declarationFor, type Project } from '../connection/projects';
import { typeLabel } from '../connection/types';
import type { JsonDocument } from '../json/jsonDocument';
import { toPointer } from '../json/jsonPath';
import type { Localize } from '../ports';
import { connectionAt, type ConnectionPlace } from './connectionAt';
import type { Hover } from './hover';
import { toCode, toMarkdown } from './markdown';

/** What can be done from a hover; the host turns each into a link, or into nothing where it can't be done. */
export type HoverAction = 'edit' | 'register' | 'choose' | 'copy' | 'showUses';

/** What a host says about Connections in its own words. */
export interface ConnectionWords {
  /** Whether credentials are on this machine; empty where that is no question. */
  credentials(connection: Connection): string;
  /** `4 nodes in 2 flows`. */
  uses(uses: readonly LocatedUse[]): string;
  /** `Main · en-US`. */
  where(use: LocatedUse): string;
  /** A link as Markdown; empty where it can't be done. */
  link(action: HoverAction, place: ConnectionPlace): string;
}

const mostNamed = 3;

/** What is known of the Reference ID at an offset, and what can be done with it. */
export function connectionHoverAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  where: { readonly project: Project; readonly path: string },
  words: ConnectionWords,
  t: Localize,
): Hover | undefined {
  const { project, path } = where;
  const isDeclared = (id: Parameters<typeof declarationFor>[2]) =>
    declarationFor(project, path, id) !== undefined;
  const place = connectionAt(document, offset, catalog, isDeclared);
  const { referenceId } = place ?? {};
  if (!place || !referenceId) return undefined;
  const known = knowledgeFor(project, path).referenceId(referenceId);
  const parts =
    known.kind === 'declared'
      ? describeKnown(known.connection, place, words, t)
      : [describeUnknown(known.kind, place, t)];
  const actions: HoverAction[] =
    known.kind === 'declared'
      ? ['edit', 'copy', 'showUses']
      : [...(place.slot ? (['register', 'choose'] as const) : []), 'copy', 'showUses'];
  const uses = findConnection(project, referenceId)?.uses ?? [];
  const links = actions.map((action) => words.link(action, place)).filter(Boolean);
  const lines = [...parts, describeUses(uses, path, place, words, t), links.join(' · ')];
  return { range: place.range, markdown: lines.filter(Boolean).join('\n\n') };
}

function describeKnown(
  connection: Connection,
  { slot }: ConnectionPlace,
  words: ConnectionWords,
  t: Localize,
): string[] {
  const type = typeLabel(connection, t);
  const isWrong = slot?.isSelected === true && !isSameType(connection, slot.field.connectionType);
  return [
    `**${toMarkdown(connection.name)}** · ${toMarkdown(type)}`,
    toMarkdown(connection.description ?? ''),
    isWrong ? t('This node needs {0}.', toMarkdown(typeLabel(slot.field.connectionType, t))) : '',
    connection.isTemporary
      ? t('Temporary Reference ID {0}: Cognigy.AI doesn’t know it yet.', toCode(connection.referenceId))
      : t('Reference ID {0}', toCode(connection.referenceId)),
    words.credentials(connection),
  ];
}

function describeUnknown(
  kind: 'undeclared' | 'noDeclarations' | 'notKnowable',
  { slot }: ConnectionPlace,
  t: Localize,
): string {
  const type = slot ? `**${toMarkdown(typeLabel(slot.field.connectionType, t))}** · ` : '';
  switch (kind) {
    case 'undeclared':
      return (
        type +
        t(
          'This Reference ID isn’t registered in this project. If the Connection was deleted on Cognigy.AI, the flow hangs at this node.',
        )
      );
    case 'noDeclarations':
      return type + t('This Connection has no name yet: nothing is registered in this project.');
    case 'notKnowable':
      return type + t('What this is can’t be told: the connections file can’t be read.');
  }
}

/** Where else it is used: a node once, whatever its locales and keys. */
function describeUses(
  uses: readonly LocatedUse[],
  path: string,
  { node, path: at }: ConnectionPlace,
  words: ConnectionWords,
  t: Localize,
): string {
  const isHere = ({ file, use }: LocatedUse) => file === path && toPointer(use.path) === toPointer(at);
  const root = uses.find(isHere)?.root;
  const others = uses.filter(
    (one) =>
      !isHere(one) && (one.root !== root || one.use.nodeId === undefined || one.use.nodeId !== node.id),
  );
  if (others.length === 0) return '';
  const first: LocatedUse[] = [];
  for (const other of others) {
    if (first.every((one) => countNodes([one, other]) !== 1)) first.push(other);
  }
  const names = first
    .slice(0, mostNamed)
    .map((one) => `${toMarkdown(one.use.nodeLabel)} (${toMarkdown(words.where(one))})`);
  const list = [...names, ...(first.length > mostNamed ? ['…'] : [])].join(', ');
  return t('Also used by {0}: {1}', words.uses(others), list);
}

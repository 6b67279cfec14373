import { isSameType, type Catalog } from '../catalog/catalog';
import type { Connection } from '../connection/connection';
import { listConnections } from '../connection/projectConnections';
import { declarationFor, type Project } from '../connection/projects';
import { typeLabel } from '../connection/types';
import { connectionSlots } from '../flow/connectionUse';
import { toReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Completion } from './completion';
import { partsAt } from './completionParts';
import type { NodeCursor } from './nodeCursor';
import { toMarkdown } from './markdown';

/** What a project can say to someone who types in one of its flow files. */
export interface CompletionKnowledge {
  readonly project: Project;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Whether credentials are on this machine; empty where that is no question. */
  readonly credentials: (connection: Connection) => string;
}

/** The Connections of the type that the field at the cursor takes, by name, and a new one; none for other fields. */
export function completeConnections(
  cursor: NodeCursor,
  document: JsonDocument,
  catalog: Catalog,
  { project, path, credentials }: CompletionKnowledge,
  t: Localize,
): Completion[] | undefined {
  const nodeType = catalog.nodeType(cursor.node.extension, cursor.node.type);
  const slot = connectionSlots(cursor.node, nodeType).find(
    ({ field, config }) => field.key === cursor.key && config === cursor.config,
  );
  if (!slot) return undefined;
  const type = slot.field.connectionType;
  const label = typeLabel(type, t);
  const fitting = listConnections(project).declared.flatMap(({ connection: { referenceId } }) => {
    const connection = declarationFor(project, path, referenceId);
    return connection && isSameType(connection, type) ? [connection] : [];
  });
  const offers = fitting.map((connection): Completion => {
    const { name, description, referenceId, isTemporary } = connection;
    const { after, ...place } = partsAt(cursor, document, name);
    const facts = [description, t('Reference ID {0}', referenceId), credentials(connection)];
    return {
      ...place,
      filter: filterFor(cursor, document, `${name} ${referenceId}`),
      kind: 'connection',
      label: name,
      detail: [label, ...(isTemporary ? [t('temporary')] : [])].join(' · '),
      documentation: facts.flatMap((fact) => (fact ? [toMarkdown(fact)] : [])).join('\n\n'),
      insert: { before: '', value: JSON.stringify(referenceId), after, choices: [] },
    };
  });
  return [...offers, newConnection(cursor, document, slot.field.key, label, t)];
}

/** Leaves the text as it is; the ID comes once the Connection is there. */
function newConnection(
  cursor: NodeCursor,
  document: JsonDocument,
  key: string,
  type: string,
  t: Localize,
): Completion {
  const title = t('New Connection…');
  const { after, ...place } = partsAt(cursor, document, title);
  return {
    ...place,
    filter: filterFor(cursor, document, title),
    kind: 'newConnection',
    label: title,
    detail: type,
    documentation: '',
    insert: {
      before: '',
      value: toReferenceId(cursor.wordText) ? `"${cursor.wordText}"` : '""',
      after,
      choices: [],
    },
    then: { kind: 'newConnection', key },
  };
}

/** Nobody types an ID to replace one: where one stands, all others are offered, whatever its digits. */
export function filterFor(cursor: NodeCursor, { text }: JsonDocument, wanted: string): string {
  const { offset, length } = cursor.word;
  const written = text.slice(offset, offset + length);
  if (toReferenceId(cursor.wordText)) return written;
  return written.startsWith('"') ? `"${wanted}"` : wanted;
}

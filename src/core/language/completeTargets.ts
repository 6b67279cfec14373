import type { Catalog } from '../catalog/catalog';
import { asString, isObject } from '../json/narrow';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import { filterFor, type CompletionKnowledge } from './completeConnections';
import type { Completion } from './completion';
import { partsAt } from './completionParts';
import { fieldCursorAt, type FieldCursor } from './nodeCursor';

/** Where a goTo or an executeFlow can lead to: the flows of the project, then the nodes of the one that is named. */
export function completeTargets(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  knowledge: CompletionKnowledge,
  t: Localize,
): Completion[] {
  const cursor = fieldCursorAt(document, offset);
  if (cursor?.role !== 'value') return [];
  const nodeType = catalog.nodeType(cursor.node.extension, cursor.node.type);
  if (nodeType?.fields.get(cursor.field)?.type !== 'flowNode') return [];
  if (cursor.key === 'flow') return completeFlows(cursor, document, knowledge, t);
  return cursor.key === 'node' ? completeNodes(cursor, document, knowledge) : [];
}

function completeFlows(
  cursor: FieldCursor,
  document: JsonDocument,
  { project, path }: CompletionKnowledge,
  t: Localize,
): Completion[] {
  const { flows } = project.knowledge().of(path);
  return flows
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, referenceId }) => toCompletion(cursor, document, name, referenceId, t('Flow')));
}

function completeNodes(
  cursor: FieldCursor,
  document: JsonDocument,
  { project, path }: CompletionKnowledge,
): Completion[] {
  const target = cursor.config.value[cursor.field];
  const flow = isObject(target) ? asString(target.flow)?.toLowerCase() : undefined;
  if (!flow) return [];
  const knowledge = project.knowledge();
  const files = [...project.flows].filter(([file]) => knowledge.of(file).ownFlow === flow);
  const localeOf = (file: string) => {
    const place = project.flows.get(file)?.place;
    return place?.kind === 'flow' ? place.locale : undefined;
  };
  const same = files.filter(([file]) => localeOf(file) === localeOf(path));
  const nodes = (same.length > 0 ? same : files).flatMap(([, { outline }]) => outline.nodes);
  const byId = new Map(nodes.map((node) => [node.referenceId, node]));
  return [...byId.values()].flatMap(({ referenceId, name, type }) =>
    referenceId === undefined ? [] : [toCompletion(cursor, document, name, referenceId, type)],
  );
}

function toCompletion(
  cursor: FieldCursor,
  document: JsonDocument,
  name: string,
  referenceId: string,
  detail: string,
): Completion {
  const { after, ...place } = partsAt(cursor, document, name);
  return {
    ...place,
    filter: filterFor(cursor, document, `${name} ${referenceId}`),
    kind: 'target',
    label: name,
    detail,
    documentation: '',
    insert: { before: '', value: JSON.stringify(referenceId), after, choices: [] },
  };
}

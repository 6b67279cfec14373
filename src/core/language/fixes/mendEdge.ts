import { readFlow } from '../../flow/flow';
import { removeValue, replaceValue } from '../../json/editJson';
import type { JsonDocument } from '../../json/jsonDocument';
import { valueIn } from '../../json/jsonPath';
import { asString } from '../../json/narrow';
import { editDistance } from '../../editDistance';
import type { Fix, FixContext, FixMaker } from './fix';

const mostOffered = 3;

/**
 * An edge to a node that is not there: to one that nothing leads to, which may be meant, or to none; the platform writes
 * null where nothing follows. Never certain: what stands behind the edge would be cut off.
 */
export const mendEdge: FixMaker = (context) => [...leadToOrphan(context), removeEdge(context)];

/** The nodes that nothing leads to, those first whose IDs are most like what is written. */
function leadToOrphan({ problem: { path }, document, t }: FixContext): Fix[] {
  const written = asString(valueIn(document.value, path));
  if (written === undefined) return [];
  return orphansOf(document)
    .map((orphan) => ({ ...orphan, distance: editDistance(written, orphan.id) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostOffered)
    .map(({ id, name }) => ({
      title: t('Change to “{0}”', name),
      edits: replaceValue(document, path, id),
      isCertain: false,
    }));
}

function removeEdge({ problem: { path }, document, t }: FixContext): Fix {
  return {
    title: t('Remove the reference to the missing node'),
    edits: path.at(-1) === 'next' ? replaceValue(document, path, null) : removeValue(document, path),
    isCertain: false,
  };
}

interface Orphan {
  readonly id: string;
  readonly name: string;
}

/** Nodes that no edge leads to, but for Start, which none has to. */
function orphansOf(document: JsonDocument): Orphan[] {
  const { nodes, relations } = readFlow(document.value);
  const reached = new Set(relations.flatMap(({ edges }) => edges.map(({ to }) => to)));
  return nodes.flatMap(({ id, name, type }) =>
    id === undefined || reached.has(id) || type === 'start' ? [] : [{ id, name: name || id }],
  );
}

import type { Flow } from '../flow/flow';
import type { JsonDocument } from '../json/jsonDocument';
import { isWithinPath, toPointer } from '../json/jsonPath';

/** The place in `Flow.nodes` of the node that an offset is in, or in the relation of; undefined elsewhere. */
export function nodeRowAt(document: JsonDocument, flow: Flow, offset: number): number | undefined {
  if (flow.shape === 'packageNode') return flow.nodes.length > 0 ? 0 : undefined;
  const element = document.elementAt(offset);
  if (!element) return undefined;
  const own = flow.nodes.findIndex(({ path }) => isWithinPath(element.path, path));
  if (own >= 0) return own;
  const pointer = toPointer(element.path);
  const id = flow.relations.find(({ path }) => toPointer(path) === pointer)?.node;
  const row = id === undefined ? -1 : flow.nodes.findIndex((node) => node.id === id);
  return row >= 0 ? row : undefined;
}

import type { Catalog } from '../catalog/catalog';
import type { Project } from '../connection/projects';
import type { FlowNode } from '../flow/flowNode';
import { readNodeTarget, type NodeTarget } from '../flow/nodeTarget';
import type { JsonDocument } from '../json/jsonDocument';
import type { JsonPath } from '../json/jsonPath';
import { asString, isObject } from '../json/narrow';
import type { TextRange } from '../json/textRange';
import { fieldAt } from './fieldAt';

/** One of the two values by which goTo, executeFlow and their like name where they lead to. */
export interface TargetPlace {
  readonly node: FlowNode;
  /** Of the value, quotes included. */
  readonly range: TextRange;
  readonly path: JsonPath;
  readonly part: 'flow' | 'node';
  /** What the first of the two says, whatever it is. */
  readonly flow: string | undefined;
  /** Undefined until both values are Reference IDs. */
  readonly target: NodeTarget | undefined;
}

/** The value at an offset (UTF-16 code units), quotes included. */
export function targetAt(document: JsonDocument, offset: number, catalog: Catalog): TargetPlace | undefined {
  const found = document.isTooDeep ? undefined : document.valueAt(offset);
  const part = found?.path.at(-1);
  if (!found || (part !== 'flow' && part !== 'node')) return undefined;
  const place = fieldAt(document, found.path, catalog);
  if (!place || found.path.length !== place.config.path.length + 2 || !isObject(place.value))
    return undefined;
  const target = readNodeTarget(place.value);
  if (!target && place.field?.type !== 'flowNode') return undefined;
  const { path, range } = found;
  return { node: place.node, range, path, part, flow: asString(place.value.flow)?.toLowerCase(), target };
}

/**
 * The files of a project that hold the node that a target names: that of the same locale alone where there is one. Where
 * nothing says which flow the target's is, that of a file without a name may be it.
 */
export function filesOfTarget(project: Project, from: string, { flow, node }: NodeTarget): string[] {
  const knowledge = project.knowledge();
  const isNamed = knowledge.of(from).flows.some(({ referenceId }) => referenceId === flow);
  const holding = [...project.flows].filter(([path, { outline }]) => {
    if (!outline.byReferenceId(node)) return false;
    const own = knowledge.of(path).ownFlow;
    return own === flow || (own === undefined && !isNamed);
  });
  const own = project.flows.get(from)?.place;
  const locale = own?.kind === 'flow' ? own.locale : undefined;
  const same = holding.filter(([, { place }]) => place.kind === 'flow' && place.locale === locale);
  return (same.length > 0 ? same : holding).map(([path]) => path);
}

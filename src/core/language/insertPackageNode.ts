import { readFlow } from '../flow/flow';
import { readFlowNodes } from '../flow/flowNode';
import { isObjectId } from '../flow/objectId';
import { writeLike } from '../json/insertJson';
import type { JsonDocument } from '../json/jsonDocument';
import { isWithinPath } from '../json/jsonPath';
import { isObject } from '../json/narrow';
import type { TextEdit } from '../json/textEdit';
import { linkNodes, placeAfter } from './linkNode';
import { makeNodes, type NodeMaking, type NodeToInsert } from './newNodes';

/** The two files of a package that tell of a node: the names of both are `_id`s. */
export interface PackageNode {
  readonly chart: string;
  readonly node: string;
}

export type PackageInsertion =
  | {
      readonly kind: 'inserted';
      /** Of the chart. */
      readonly edits: readonly TextEdit[];
      /** The new nodes, each by its `_id`, which is its file's name; the first is the one that was wanted. */
      readonly files: readonly [NewFile, ...NewFile[]];
    }
  | { readonly kind: 'broken' | 'nowhere' };

export interface NewFile {
  readonly id: string;
  readonly text: string;
}

/** The node at an offset of a package's chart or of one of its nodes' files; `fileName` is the `_id` of that file. */
export function packageNodeAt(
  document: JsonDocument,
  offset: number,
  fileName: string,
): PackageNode | undefined {
  const { value } = document;
  const flow = readFlow(value);
  if (flow.shape === 'packageNode') {
    const chart = isObject(value) ? value.chartReference : undefined;
    return isObjectId(chart) ? { chart, node: fileName } : undefined;
  }
  if (flow.shape !== 'packageChart') return undefined;
  const element = document.elementAt(offset);
  const node = element && flow.relations.find(({ path }) => isWithinPath(element.path, path))?.node;
  return isObjectId(node) ? { chart: fileName, node } : undefined;
}

/** Puts a node after one of a package, as `insertNode` does in a chart: with a file for it and each head of a branch. */
export function insertPackageNode(
  chart: JsonDocument,
  beside: JsonDocument,
  wanted: NodeToInsert,
  making: NodeMaking,
): PackageInsertion {
  if ([chart, beside].some(({ isTooDeep, syntaxError }) => isTooDeep || syntaxError))
    return { kind: 'broken' };
  const flow = readFlow(chart.value);
  const [node] = readFlowNodes(beside.value);
  const place = node && placeAfter(flow, node.id ?? '', node.type);
  if (!place || flow.shape !== 'packageChart') return { kind: 'nowhere' };
  const made = makeNodes(wanted, node, making);
  const [main, ...heads] = made.map(({ id, node: value }) => ({ id, text: writeLike(beside, value) }));
  const edits = linkNodes(chart, ['relations'], place, made);
  if (!main) return { kind: 'nowhere' };
  return { kind: 'inserted', edits: edits.sort((a, b) => a.offset - b.offset), files: [main, ...heads] };
}

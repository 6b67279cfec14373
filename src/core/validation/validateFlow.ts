import type { Catalog } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import { readFlowNodes } from '../flow/flowNode';
import type { Problem } from './problem';
import { rules } from './rules';

/** All problems of a flow file's value, in file order. A value of an unknown shape has none. */
export function validateFlow(value: unknown, catalog: Catalog, knowledge: Knowledge): Problem[] {
  return readFlowNodes(value).flatMap((node) =>
    rules.flatMap((rule) =>
      rule({ node, catalog, knowledge }).map((finding) => ({
        ...finding,
        nodeId: node.id,
        nodeLabel: node.label || node.type,
      })),
    ),
  );
}

import type { Catalog } from '../catalog/catalog';
import { declarationFor, type Project } from '../connection/projects';
import { connectionUses, type ConnectionUse } from '../flow/connectionUse';
import type { Flow } from '../flow/flow';

/**
 * How many Connections a flow file uses: in a project as the Connections view counts them, in any other file those at
 * places that node types declare.
 */
export function countConnections(
  flow: Flow,
  catalog: Catalog,
  where: { readonly project: Project; readonly path: string } | undefined,
): number {
  const facts = where?.project.flows.get(where.path);
  const isDeclared = ({ referenceId }: ConnectionUse) =>
    where !== undefined && declarationFor(where.project, where.path, referenceId) !== undefined;
  const uses = facts
    ? [...facts.uses, ...facts.candidates.filter(isDeclared)]
    : flow.nodes.flatMap((node) => connectionUses(node, catalog));
  return new Set(uses.map(({ referenceId }) => referenceId)).size;
}

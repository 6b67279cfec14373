import type { Catalog } from '../catalog/catalog';
import { candidateUses } from '../flow/candidateUses';
import { connectionSlots, slotPath } from '../flow/connectionUse';
import { isWithin } from '../flow/filePlace';
import { readFlowNodes } from '../flow/flowNode';
import type { ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import type { JsonPath } from '../json/jsonPath';
import { readLlmUse } from './llmResource';
import { declarationFor, type Project } from './projects';

/** A place in a file where the Reference ID of a Connection stands, whether or not it counts there. */
export interface Mention {
  readonly path: JsonPath;
  /** The node's `_id`; undefined in an LLM resource. */
  readonly nodeId: string | undefined;
  /** The name of the node, or of the resource. */
  readonly name: string;
}

/** A file of a project that may name a Connection. */
export interface MentioningFile {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly kind: 'flow' | 'llm';
  /** Whether anybody declares the Reference ID for this file: then it is meant wherever it stands. */
  readonly isDeclared: boolean;
}

/** The files of a project that named a Connection when they were last read. */
export function filesMentioning(project: Project, referenceId: ReferenceId): MentioningFile[] {
  const flows = [...project.flows]
    .filter(([, { mentions }]) => mentions.has(referenceId))
    .map(([path]) => toMentioning(project, path, referenceId));
  const llms = [...project.llms]
    .filter(([, { use }]) => use?.referenceId === referenceId)
    .map(([path]): MentioningFile => ({ path, kind: 'llm', isDeclared: true }));
  return [...flows, ...llms];
}

/** The same for one flow file, whatever it held when it was last read. */
export function toMentioning(project: Project, path: string, referenceId: ReferenceId): MentioningFile {
  return { path, kind: 'flow', isDeclared: declarationFor(project, path, referenceId) !== undefined };
}

/** The files of a project that could not be read in full, so that they may name what nobody knows of. */
export function unreadFiles(project: Project): string[] {
  return [...project.flows, ...project.llms].flatMap(([path, { trouble }]) => (trouble ? [path] : []));
}

/**
 * Where a Reference ID stands in a file: in every field for Connections, those too that a node's settings leave
 * unused, and, once somebody declares it, anywhere else in a node's config.
 */
export function mentionsIn(
  document: JsonDocument,
  { kind, isDeclared, path: file }: MentioningFile,
  referenceId: ReferenceId,
  catalog: Catalog,
): Mention[] {
  if (kind === 'llm') {
    const use = readLlmUse(document.value, file);
    return use?.referenceId === referenceId
      ? [{ path: use.path, nodeId: undefined, name: use.nodeLabel }]
      : [];
  }
  if (document.isTooDeep) return [];
  return readFlowNodes(document.value).flatMap((node): Mention[] => {
    const nodeType = catalog.nodeType(node.extension, node.type);
    const paths = connectionSlots(node, nodeType)
      .filter((slot) => slot.referenceId === referenceId)
      .map(slotPath);
    const others = isDeclared
      ? candidateUses(node, nodeType)
          .filter((use) => use.referenceId === referenceId)
          .map(({ path }) => path)
      : [];
    return [...paths, ...others].map((path) => ({ path, nodeId: node.id, name: node.name }));
  });
}

/** The files of a project that declare a Connection: its connections file, and what the platform wrote to disk. */
export function filesDeclaring(project: Project, path: string, referenceId: ReferenceId): string[] {
  const resources = project.resources.get(referenceId) ?? [];
  return [
    ...(project.registered.has(referenceId) ? [project.connectionsPath] : []),
    ...resources.filter(({ root }) => isWithin(root, path)).map((resource) => resource.path),
  ];
}

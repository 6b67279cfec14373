import { isWithin } from '../flow/filePlace';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';
import type { ProjectKnowledge } from './projectKnowledge';
import { declarationFor, isInClone, type Project } from './projects';

/** What is known of a Reference ID: truth has three values. */
export type ReferenceIdKnowledge =
  | { readonly kind: 'declared'; readonly connection: Connection }
  /** Nobody declares it, though there are declarations here. */
  | { readonly kind: 'undeclared' }
  /** Nothing here declares Connections yet. */
  | { readonly kind: 'noDeclarations' }
  /** What declares Connections here can't be read at the moment. */
  | { readonly kind: 'notKnowable' };

/** What the other files of a project tell the rules of one flow file. */
export interface Knowledge {
  /** Whether the file is one of a clone of the CLI, which `cognigy push` reads. */
  readonly isClone?: boolean;
  referenceId(referenceId: ReferenceId): ReferenceIdKnowledge;
  /** What the project's other files say; absent where they are not known. */
  readonly project?: ProjectKnowledge;
}

/** Of a flow file that belongs to no project. */
export const nothingKnown: Knowledge = { referenceId: () => ({ kind: 'notKnowable' }) };

/** `path` is the flow file's, relative to the workspace folder. */
export function knowledgeFor(project: Project, path: string): Knowledge {
  const hasResources = [...project.resources.values()].some((list) =>
    list.some(({ root }) => isWithin(root, path)),
  );
  const { file } = project;
  const isBroken =
    // What a newer version wrote is known as far as it can be read.
    (file?.trouble !== undefined &&
      (file.trouble.kind !== 'newerVersion' || file.connections.length === 0)) ||
    project.brokenResources.some(({ root }) => isWithin(root, path));
  return {
    isClone: isInClone(project, path),
    project: project.knowledge().of(path),
    referenceId(referenceId) {
      const connection = declarationFor(project, path, referenceId);
      if (connection) return { kind: 'declared', connection };
      if (isBroken) return { kind: 'notKnowable' };
      return { kind: file || hasResources ? 'undeclared' : 'noDeclarations' };
    },
  };
}

import { toReferenceId } from '../core/flow/referenceId';
import type { CredentialKey, CredentialLabel } from '../core/connection/credentialVault';
import type { LocatedProject } from './workspaceIndex';

/** What a Connection and its project are called here; undefined where no open project registers it. */
export function credentialLabel(
  projects: readonly LocatedProject[],
  { fileId, referenceId }: CredentialKey,
): CredentialLabel | undefined {
  const id = toReferenceId(referenceId);
  const owner = projects.find(
    ({ project }) => project.file?.id === fileId && id !== undefined && project.registered.has(id),
  );
  const name = id && owner?.project.registered.get(id)?.name;
  return owner && name !== undefined ? { name, project: projectLabel(owner) } : undefined;
}

/** `Sales (prod)`. */
export function projectLabel({ project }: LocatedProject): string {
  const environment = project.file?.environment;
  return environment === undefined ? project.name : `${project.name} (${environment})`;
}

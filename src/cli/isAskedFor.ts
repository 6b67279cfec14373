import { validatedFiles } from '../core/connection/concernedFiles';
import type { ProjectConnection } from '../core/connection/projectConnections';
import type { BrokenResource, Project } from '../core/connection/projects';
import { isWithin } from '../core/flow/filePlace';
import type { TextSource } from './textSource';

/** Whether a project has something to report on: what is broken in a neighbor's files is not what was asked. */
export function isAskedFor(project: Project, { only }: TextSource): boolean {
  return !only || [project.connectionsPath, ...validatedFiles(project)].some((path) => only.has(path));
}

/** The broken files among those that declare Connections for what was asked: each does for the flows under its root. */
export function brokenAskedFor(
  { flows, brokenResources }: Project,
  { only }: TextSource,
): readonly BrokenResource[] {
  const asked = [...flows.keys()].filter((path) => !only || only.has(path));
  return brokenResources.filter(({ root }) => asked.some((path) => isWithin(root, path)));
}

/** Whether something of a Connection is in a file that was asked for: a use, or who declares it. */
export function isEntryAskedFor(
  entry: ProjectConnection,
  { connectionsPath, resources }: Project,
  { only }: TextSource,
): boolean {
  if (!only || entry.uses.some(({ file }) => only.has(file))) return true;
  if (entry.kind === 'undeclared') return false;
  const declaredIn = resources.get(entry.connection.referenceId) ?? [];
  return (entry.isRegistered && only.has(connectionsPath)) || declaredIn.some(({ path }) => only.has(path));
}

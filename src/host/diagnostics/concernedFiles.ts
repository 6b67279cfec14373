import * as vscode from 'vscode';
import type { FlowPlace } from '../../core/connection/fileFacts';
import type { FileChange } from '../factsStore';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';

/** The files whose problems may be others now that some files say something else. */
export function concernedFiles(index: WorkspaceIndex, changes: readonly FileChange[]): vscode.Uri[] {
  // Of a whole clone one change is enough to concern all of a project.
  const distinct = new Map(changes.map((change) => [circleOf(index, change), change]));
  return [...distinct.values()].flatMap((change) => concernedBy(index, change));
}

/** All files of a project that may have problems. */
export function validatedFilesOf(owner: LocatedProject): vscode.Uri[] {
  const { flows, file, connectionsPath } = owner.project;
  return [...flows.keys(), ...(file ? [connectionsPath] : [])].map((path) => uriOf(owner, path));
}

/** The same for changes that concern the same files. */
function circleOf(index: WorkspaceIndex, { folder, path, change }: FileChange): string {
  if (change !== 'all') return `${change}\n${vscode.Uri.joinPath(folder.uri, path).toString()}`;
  return index.projectOfFlow({ folder, path })?.id ?? folder.uri.toString();
}

function concernedBy({ projects }: WorkspaceIndex, { folder, path, change }: FileChange): vscode.Uri[] {
  const ofFolder = projects.filter((owner) => owner.folder.uri.toString() === folder.uri.toString());
  const owner = ofFolder.find(({ project }) => project.flows.has(path));
  if (!owner) return ofFolder.flatMap(validatedFilesOf);
  const own = owner.project.flows.get(path);
  if (change === 'self') return [uriOf(owner, path)];
  if (change === 'all' || own?.place.kind !== 'flow') return validatedFilesOf(owner);
  const nodes = new Set(change === 'names' ? own.outline.nodes.map(({ referenceId }) => referenceId) : []);
  return [...owner.project.flows].flatMap(([other, { place, outline }]) =>
    isSameFlow(place, own.place) || [...outline.targets].some((target) => nodes.has(target))
      ? [uriOf(owner, other)]
      : [],
  );
}

function isSameFlow(a: FlowPlace, b: FlowPlace): boolean {
  return a.kind === 'flow' && b.kind === 'flow' && a.flow === b.flow && a.root === b.root;
}

function uriOf({ folder }: LocatedProject, path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, path);
}

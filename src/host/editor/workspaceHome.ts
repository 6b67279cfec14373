import * as vscode from 'vscode';
import type { ConnectionHome, SaveOutcome } from '../../core/draft/connectionHome';
import type { EditorTarget } from '../../core/draft/editorTarget';
import { connectionsFileLabel } from '../connectionsFileLabel';
import type { ConnectionsFileRepository } from '../connectionsFileRepository';
import { projectId, type LocatedProject, type WorkspaceIndex } from '../workspaceIndex';

export interface HomeServices {
  readonly index: WorkspaceIndex;
  readonly repository: ConnectionsFileRepository;
}

/** The project of the workspace that an editor's Connection belongs to. */
export function workspaceHome(
  { index, repository }: HomeServices,
  { folder, connectionsPath }: Pick<EditorTarget, 'folder' | 'connectionsPath'>,
): ConnectionHome {
  const id = projectId(folder, connectionsPath);
  const find = () => index.findProject(folder, connectionsPath);
  const inOwner = (work: (owner: LocatedProject) => Promise<SaveOutcome>): Promise<SaveOutcome> => {
    const owner = find();
    return owner ? work(owner) : Promise.resolve({ kind: 'cancelled' });
  };
  return {
    id,
    get project() {
      return find()?.project;
    },
    get folderName() {
      return find()?.folder.name ?? '';
    },
    get isFileIdShared() {
      const fileId = find()?.project.file?.id;
      return index.projects.some((other) => other.id !== id && other.project.file?.id === fileId);
    },
    ready: () => index.start(),
    isFolderThere: () => isThere(vscode.Uri.parse(folder, true)),
    save: (connection) => inOwner((owner) => repository.save(owner, connection)),
    separate: () => inOwner((owner) => repository.separate(owner)),
    labelOf: connectionsFileLabel,
  };
}

/** A connections file is made where there is none; a folder that somebody has moved away is not made anew. */
async function isThere(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(folder);
    return true;
  } catch {
    return false;
  }
}

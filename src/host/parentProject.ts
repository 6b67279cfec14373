import * as vscode from 'vscode';
import type { Ask } from './ask';
import type { Disk } from './disk';
import type { WorkspaceIndex } from './workspaceIndex';

const stateKey = 'toldOfParentProject';

/** Deeper than any folder of a project; a path that never ends is none. */
const mostLevels = 40;

/** What finding out takes. */
export interface ParentServices {
  readonly index: WorkspaceIndex;
  readonly disk: Pick<Disk, 'stat'>;
  readonly ask: Pick<Ask, 'tell'>;
  readonly state: vscode.Memento;
}

/**
 * Says, once for a workspace folder, that a connections file lies above it: what is outside of the folder is not read, so
 * that all Connections of it would seem to be nobody's.
 */
export async function tellOfParentProject({ index, disk, ask, state }: ParentServices): Promise<void> {
  await index.start();
  const told = state.get<readonly string[]>(stateKey, []);
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const key = folder.uri.toString();
    if (told.includes(key) || !isWithoutFile(index, key)) continue;
    const parent = await findParent(folder.uri, disk);
    if (!parent) continue;
    await state.update(stateKey, [...told, key]);
    const open = vscode.l10n.t('Open Parent Folder');
    const name = parent.path.split('/').at(-1) ?? '';
    const sentence = vscode.l10n.t(
      'The connections file of “{0}” is in its parent folder “{1}”, so its names aren’t known here.',
      folder.name,
      name,
    );
    if ((await ask.tell(sentence, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder', parent, { forceReuseWindow: true });
    }
    return;
  }
}

/** Whether a folder has flows, and none of its projects a connections file. */
function isWithoutFile(index: WorkspaceIndex, folder: string): boolean {
  const own = index.projects.filter(({ folder: { uri } }) => uri.toString() === folder);
  return own.some(({ project }) => project.flows.size > 0) && own.every(({ project }) => !project.file);
}

/** The nearest folder above one that has a `.cognigy`. */
async function findParent(uri: vscode.Uri, disk: Pick<Disk, 'stat'>): Promise<vscode.Uri | undefined> {
  let folder = uri;
  for (let level = 0; level < mostLevels; level++) {
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return undefined;
    folder = parent;
    const found = await disk.stat(vscode.Uri.joinPath(folder, '.cognigy')).catch(() => undefined);
    if (found?.isFolder) return folder;
  }
  return undefined;
}

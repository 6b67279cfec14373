import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { CommandServices } from './commandServices';

/** Opens a copy of the sample workspace, so that trying things out changes nothing of the extension's own. */
export function registerOpenSample({ registry, context }: CommandServices): void {
  registry.register(commandIds.openSample, async () => {
    const copy = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
    const exists = await vscode.workspace.fs.stat(copy).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await vscode.workspace.fs.createDirectory(context.globalStorageUri);
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'media', 'sample'), copy);
    }
    const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
  });
}

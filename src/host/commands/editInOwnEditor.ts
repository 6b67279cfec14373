import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { openOwnEditor } from '../ownEditor/openOwnEditor';
import type { CommandServices } from './commandServices';

/** From the palette and the editor's menu: the text under the cursor. */
export function registerEditInOwnEditor(services: CommandServices): void {
  services.registry.register(commandIds.editInOwnEditor, () =>
    openOwnEditor(vscode.window.activeTextEditor, services),
  );
}

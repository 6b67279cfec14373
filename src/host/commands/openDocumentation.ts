import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { CommandServices } from './commandServices';

/** The front page: what is below it has moved more than once. */
const documentation = 'https://docs.cognigy.com/';

export function registerOpenDocumentation({ registry }: CommandServices): void {
  registry.register(commandIds.openDocumentation, () =>
    vscode.env.openExternal(vscode.Uri.parse(documentation)),
  );
}

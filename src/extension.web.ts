import type * as vscode from 'vscode';
import { confirmInModal } from './host/confirm';
import { workspaceDisk } from './host/disk';
import { replaceInWorkspace } from './host/replaceInWorkspace';
import { startHost, type TestAccess } from './host/startHost';

export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  return startHost(context, {
    replaceFile: replaceInWorkspace,
    disk: workspaceDisk,
    confirm: confirmInModal,
  });
}

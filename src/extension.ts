import type * as vscode from 'vscode';
import { confirmInModal } from './host/confirm';
import { replaceInWorkspace } from './host/replaceInWorkspace';
import { startHost, type TestAccess } from './host/startHost';
import { replaceFile } from './node/replaceFile';

export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  return startHost(context, {
    replaceFile: (uri, expected, content) =>
      uri.scheme === 'file'
        ? replaceFile(uri.fsPath, expected, content)
        : replaceInWorkspace(uri, expected, content),
    confirm: confirmInModal,
  });
}

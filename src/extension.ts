import type * as vscode from 'vscode';
import { confirmInModal } from './host/confirm';
import { workspaceDisk } from './host/disk';
import { replaceInWorkspace } from './host/replaceInWorkspace';
import { startHost, type TestAccess } from './host/startHost';
import { entriesOnDisk, readOnDisk, realPathOnDisk, statOnDisk } from './node/onDisk';
import { replaceFile } from './node/replaceFile';

export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  return startHost(context, {
    replaceFile: (uri, expected, content, mayWrite) =>
      uri.scheme === 'file'
        ? replaceFile(uri.fsPath, expected, content, mayWrite)
        : replaceInWorkspace(uri, expected, content),
    disk: {
      stat: (uri) => (uri.scheme === 'file' ? statOnDisk(uri.fsPath) : workspaceDisk.stat(uri)),
      read: (uri) => (uri.scheme === 'file' ? readOnDisk(uri.fsPath) : workspaceDisk.read(uri)),
      entries: (uri) => (uri.scheme === 'file' ? entriesOnDisk(uri.fsPath) : workspaceDisk.entries(uri)),
      realPath: (uri) => (uri.scheme === 'file' ? realPathOnDisk(uri.fsPath) : workspaceDisk.realPath(uri)),
    },
    confirm: confirmInModal,
  });
}

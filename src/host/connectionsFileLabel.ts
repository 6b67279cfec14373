import * as vscode from 'vscode';
import type { CredentialHolder } from '../core/connection/credentialVault';

/** Where a connections file lies, for people: the folder that it is for, or its own path where several share a folder. */
export function connectionsFileLabel({ uri, isOnOtherMachine }: CredentialHolder): string {
  const path = vscode.Uri.parse(uri).fsPath.replace(/[\\/]\.cognigy[\\/]connections\.json$/, '');
  return isOnOtherMachine ? vscode.l10n.t('{0} on another machine', path) : path;
}

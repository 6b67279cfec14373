import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';

/** The icon of a type's family; dimmed for a Connection without credentials on this machine. */
export function connectionIcon(type: ConnectionTypeKey, isDimmed = false): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    iconName(type),
    isDimmed ? new vscode.ThemeColor('disabledForeground') : undefined,
  );
}

function iconName({ extension, type }: ConnectionTypeKey): string {
  switch (extension) {
    case '@cognigy/basic-nodes':
      return type === 'http_basic' ? 'account' : type === 'http_oauth2' ? 'shield' : 'key';
    case '@cognigy/mongodb':
    case '@cognigy/mssql':
      return 'database';
    case '@cognigy/smtp':
      return 'mail';
    default:
      return extension.startsWith('@cognigy/') ? 'cloud' : 'extensions';
  }
}

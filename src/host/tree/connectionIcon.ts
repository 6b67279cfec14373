import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';
import { familyOf } from '../../core/connection/types';

/** The icon of a type's family; dimmed for a Connection without credentials on this machine. */
export function connectionIcon(type: ConnectionTypeKey, isDimmed = false): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    iconName(type),
    isDimmed ? new vscode.ThemeColor('disabledForeground') : undefined,
  );
}

function iconName(key: ConnectionTypeKey): string {
  switch (familyOf(key)) {
    case 'http':
      return key.type === 'http_basic' ? 'account' : key.type === 'http_oauth2' ? 'shield' : 'key';
    case 'database':
      return 'database';
    case 'mail':
      return 'mail';
    case undefined:
      return key.extension.startsWith('@cognigy/') ? 'cloud' : 'extensions';
    case 'languageModel':
    case 'speech':
    case 'translation':
    case 'storage':
    case 'documents':
      return 'cloud';
  }
}

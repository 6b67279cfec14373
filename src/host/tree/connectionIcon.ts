import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';
import { iconOf } from '../../core/connection/types/typeIcon';

/** The icon of a type's family; dimmed for a Connection without credentials on this machine. */
export function connectionIcon(type: ConnectionTypeKey, isDimmed = false): vscode.ThemeIcon {
  const color = isDimmed ? new vscode.ThemeColor('disabledForeground') : undefined;
  return new vscode.ThemeIcon(iconOf(type), color);
}

import type * as vscode from 'vscode';
import { asTitle, visibly } from '../core/shownText';

/** The item of a view whose texts come from files: on a line each, in the order in which they are written. */
export function plainItem(item: vscode.TreeItem): vscode.TreeItem {
  const { label, description, tooltip, accessibilityInformation } = item;
  if (typeof label === 'string') item.label = asTitle(label);
  if (typeof description === 'string') item.description = asTitle(description);
  if (typeof tooltip === 'string') item.tooltip = visibly(tooltip);
  if (accessibilityInformation) {
    item.accessibilityInformation = {
      ...accessibilityInformation,
      label: asTitle(accessibilityInformation.label),
    };
  }
  return item;
}

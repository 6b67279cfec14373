import * as vscode from 'vscode';
import { registerCompletion } from './completion';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import type { LanguageServices } from './languageServices';
import { registerOutline } from './outline';

/** Every language feature there is. */
export function registerLanguageFeatures(services: LanguageServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(services),
    registerHover(services),
    registerOutline(services),
    registerFolding(services),
  );
}

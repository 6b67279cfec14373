import * as vscode from 'vscode';
import { registerCompletion } from './completion';
import { registerHover } from './hover';
import type { LanguageServices } from './languageServices';

/** Every language feature there is. */
export function registerLanguageFeatures(services: LanguageServices): vscode.Disposable {
  return vscode.Disposable.from(registerCompletion(services), registerHover(services));
}

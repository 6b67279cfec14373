import * as vscode from 'vscode';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import type { LanguageServices } from './languageServices';
import { registerOutline } from './outline';
import { registerPaste } from './paste';
import { registerHighlights, registerReferences } from './references';
import { registerRename } from './rename';

/** Every language feature there is. */
export function registerLanguageFeatures(services: LanguageServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(services),
    registerHover(services),
    registerInlayHints(services),
    registerDefinition(services),
    registerReferences(services),
    registerHighlights(services),
    registerRename(services),
    registerPaste(services),
    registerCodeLens(services),
    registerOutline(services),
    registerFolding(services),
  );
}

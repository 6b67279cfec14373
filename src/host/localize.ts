import * as vscode from 'vscode';
import { nodeCount as coreNodeCount } from '../core/connection/describeUses';
import type { Localize } from '../core/ports';

/** The core's sentences in the language of VS Code. */
export const localize: Localize = (message, ...args) => {
  const [first] = args;
  return typeof first === 'object'
    ? vscode.l10n.t(message, first)
    : vscode.l10n.t(message, ...(args as string[]));
};

/** `22 Nov 2026`, in the order that the user's language has. */
export function formatDate(iso: string): string {
  const language = vscode.env.language === 'en' ? 'en-GB' : vscode.env.language;
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  );
}

export function nodeCount(count: number): string {
  return coreNodeCount(count, localize);
}

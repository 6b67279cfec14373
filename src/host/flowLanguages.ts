import type * as vscode from 'vscode';

/** What flow files may be to VS Code: a user's `files.associations` may take them for JSON with comments. */
const languages: readonly string[] = ['json', 'jsonc'];

/** For which documents features register: of every scheme, so that they work in the diffs of Git too. */
export const flowSelector: vscode.DocumentSelector = languages.map((language) => ({ language }));

export function isFlowLanguage({ languageId }: vscode.TextDocument): boolean {
  return languages.includes(languageId);
}

// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The CSS variables of VS Code that the built form asks for, in order of their names. */
export function askedThemeVariables() {
  const bundle = ['connectionEditor.js', 'connectionEditor.css']
    .map((file) => readFileSync(join('dist', 'webview', file), 'utf8'))
    .join('\n');
  const names = bundle.match(/--vscode-[\w-]*\w/g) ?? [];
  return [...new Set(names)].sort();
}

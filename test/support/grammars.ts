import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/** A stretch of a line with one list of scopes, from the grammar's own to the innermost. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
  /** What brackets and quotes are judged by: 0 is code, 1 a comment, 2 a string, 3 a regular expression. */
  readonly kind: number;
}

interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const fixtures: Readonly<Record<string, string>> = {
  'source.json': 'test/fixtures/grammars/JSON.tmLanguage.json',
  'source.json.comments': 'test/fixtures/grammars/JSONC.tmLanguage.json',
};

/** VS Code's JSON grammar, alone or with what package.json injects into it. */
export async function loadGrammar(
  scopeName: 'source.json' | 'source.json.comments',
  { injected }: { readonly injected: boolean },
): Promise<IGrammar> {
  const contributed = injected ? contributedGrammars() : [];
  const paths = new Map([
    ...Object.entries(fixtures),
    ...contributed.map((grammar) => [grammar.scopeName, grammar.path] as const),
  ]);
  const registry = new Registry({
    onigLib: (onigLib ??= loadOnigLib()),
    loadGrammar: (name) => {
      const path = paths.get(name);
      return Promise.resolve(path === undefined ? null : parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
    getInjections: (name) =>
      contributed
        .filter(({ injectTo }) => injectTo.includes(name))
        .map(({ scopeName: injection }) => injection),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar ${scopeName}.`);
  return grammar;
}

/** The scopes of a text, line by line. */
export function scopesOf(grammar: IGrammar, text: string): ScopedText[][] {
  let state = INITIAL;
  let binaryState = INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    const binary = grammar.tokenizeLine2(line, binaryState);
    state = ruleStack;
    binaryState = binary.ruleStack;
    return joinAlike(
      tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
        kind: kindAt(binary.tokens, startIndex),
      })),
    );
  });
}

/** Neighbours that have the same scopes as one piece: where rules end inside of it is nobody's concern. */
export function joinAlike(pieces: readonly ScopedText[]): ScopedText[] {
  const joined: ScopedText[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isAlike = last?.kind === piece.kind && last.scopes.join(' ') === piece.scopes.join(' ');
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

/** Bits 8 and 9 of a token's metadata hold its kind. */
function kindAt(tokens: Uint32Array, offset: number): number {
  let kind = 0;
  for (let i = 0; i < tokens.length && tokens[i]! <= offset; i += 2) kind = (tokens[i + 1]! >>> 8) & 0b11;
  return kind;
}

function contributedGrammars(): readonly ContributedGrammar[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { grammars: readonly ContributedGrammar[] };
  };
  return contributes.grammars;
}

let onigLib: ReturnType<typeof loadOnigLib> | undefined;

async function loadOnigLib() {
  await loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  return { createOnigScanner, createOnigString };
}

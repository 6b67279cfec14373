import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import glob from '../../../scripts/lib/glob.cjs';

/** Who may import whom: rooms of src, packages, and `node:` for Node's own modules. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contributions: [],
  core: ['core', 'jsonc-parser'],
  platform: ['platform', 'core', 'fflate'],
  node: ['node', 'core', 'node:'],
  protocol: ['protocol', 'core'],
  webview: ['webview', 'protocol', 'core', '@vscode-elements/elements', '@vscode/codicons'],
  host: ['host', 'core', 'platform', 'protocol', 'contributions', 'vscode'],
  cli: ['cli', 'core', 'platform', 'node', 'node:'],
  extension: ['host', 'core', 'platform', 'node', 'contributions', 'vscode'],
  'extension.web': ['host', 'core', 'platform', 'contributions', 'vscode'],
};

/** Inside the core, each room builds on those before it. */
const coreRooms = [
  'json',
  'catalog',
  'flow',
  'connection',
  'files',
  'draft',
  'package',
  'validation',
  'language',
];

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Path below src of a relative import. */
  readonly target: string | undefined;
}

const files = glob.globSync('src', '.ts').map((file) => file.replaceAll('\\', '/'));
const imports = files.flatMap((file): Import[] => {
  const found = readFileSync(file, 'utf8').matchAll(/(?:from|import|require\()\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, specifier = '']) => ({
    file,
    specifier,
    target: specifier.startsWith('.')
      ? posix.relative('src', posix.join(posix.dirname(file), specifier))
      : undefined,
  }));
});
const roomOf = (path: string) => (path.split('/')[0] ?? '').replace(/\.ts$/, '');
const packageOf = (specifier: string) =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

describe('Architecture', () => {
  it('sees the import lines', () => {
    assert.ok(imports.length > 100);
  });

  it('lets rooms import only what they may', () => {
    const wrong = imports.filter(({ file, specifier, target }) => {
      const allowed = mayImport[roomOf(posix.relative('src', file))];
      return !allowed?.includes(target === undefined ? packageOf(specifier) : roomOf(target));
    });
    assert.deepEqual(wrong, []);
  });

  it('lets a room of the core build only on those before it', () => {
    const rank = (path: string) => coreRooms.indexOf(path.split('/')[1] ?? '');
    const wrong = imports.filter(({ file, target }) => {
      if (!target?.startsWith('core/')) return false;
      const own = posix.relative('src', file);
      return own.startsWith('core/') && rank(own) >= 0 && rank(target) > rank(own);
    });
    assert.deepEqual(wrong, []);
  });

  it('writes HTML in one place', () => {
    const writers = files.filter((file) =>
      /<!DOCTYPE|innerHTML|insertAdjacentHTML/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(writers, ['src/host/webviewHtml.ts']);
  });

  it('registers commands in one place', () => {
    const registrars = files.filter((file) =>
      readFileSync(file, 'utf8').includes('commands.registerCommand('),
    );
    assert.deepEqual(registrars, ['src/host/commands.ts']);
  });

  // VS Code makes links and icons of what is in a message or a list, and names in them come from files.
  it('tells and asks in a few places, where names are text', () => {
    const asks =
      /\bwindow\.(show\w+Message|setStatusBarMessage|showInputBox|showQuickPick|create(InputBox|QuickPick|StatusBarItem|Terminal)|withProgress)\(/;
    assert.deepEqual(files.filter((file) => asks.test(readFileSync(file, 'utf8'))).sort(), [
      'src/host/ask.ts',
      // Its terminal has a fixed name.
      'src/host/commands/outputSource.ts',
      // Its title and what it reports are ours alone.
      'src/host/commands/validateWorkspace.ts',
      'src/host/notify.ts',
      'src/host/quickForm/askQuestions.ts',
    ]);
  });

  it('keeps offsets and ranges in convert.ts, and the composition root small', () => {
    const converters = files.filter((file) => readFileSync(file, 'utf8').includes('.positionAt('));
    assert.deepEqual(converters, ['src/host/convert.ts']);
    for (const file of ['src/extension.ts', 'src/extension.web.ts']) {
      assert.ok(readFileSync(file, 'utf8').split('\n').length < 80, file);
    }
  });

  it('has a tsconfig for the core without the types of Node, VS Code or the DOM', () => {
    const config = JSON.parse(readFileSync(join(dirname('src/core/x'), 'tsconfig.json'), 'utf8')) as {
      compilerOptions: unknown;
    };
    assert.deepEqual(config.compilerOptions, { lib: ['ES2023'], types: [] });
  });

  it('leaves nothing of Node in the bundle for the browser', () => {
    assert.doesNotMatch(readFileSync('dist/extension.web.js', 'utf8'), /require\(["'](?!vscode["'])/);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/contributions';
import type { TreeNode } from '../../../src/host/tree/treeNode';
import { access, eventually, fileUri, readText, writeText } from '../support';
import { after, run } from './steps';

/** What VS Code makes a link of in a message: `linkedText.ts` of microsoft/vscode. */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (?:"[^"]+"|'[^']+'))?\)/i;
/** What moves a terminal's cursor, turns letters round, or is no character at all. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

const evilLink = '[Show uses](command:runCommands?%7B%22commands%22%3A%5B%5D%7D)';
const evil = [
  `x ${evilLink} [f](file:///etc/passwd) [h](https://evil.example "t") $(bug) $(sync~spin)`,
  '<img src=x onerror=alert(1)> **b** `c` &lt; \u202Edesrever\u0000\u001B[31m',
  '[n](command:x)',
  `::error ::${'A'.repeat(10_000)}`,
].join('\n');
/** As far as a file system lets it be a name. */
const evilPath = 'x [p](command:runCommands) $(bug) \u202Ey';
/** The evil link as Markdown draws one. */
const ranLink = /(?<!\\)\]\(command:runCommands/;
const id = (digit: string) => `${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`;
const chart = `evil/agent/flows/${evilPath}/en-US/chart.json`;

interface Shown {
  /** Who showed it, and as what. */
  readonly what: string;
  readonly text: string;
  /** Whether VS Code makes links of it, icons, and shows it on several lines. */
  readonly as: 'message' | 'item' | 'detail' | 'other';
}

/** Takes the place of all that VS Code shows or asks at the behest of a command, and notes what that is. */
class Window {
  readonly shown: Shown[] = [];
  /** Whether questions get an answer: the first choice, and text that is evil too. */
  agrees = false;
  command = '';
  readonly #agreed = new Set<string>();
  readonly #originals: (() => void)[] = [];

  constructor() {
    const { window, env } = vscode;
    for (const kind of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const) {
      this.#put(window, kind, (message: string, ...rest: unknown[]) => {
        const [options, ...items] = typeof rest[0] === 'object' ? rest : [undefined, ...rest];
        this.#note('message', kind, message);
        this.#note('detail', `${kind} detail`, (options as vscode.MessageOptions | undefined)?.detail);
        for (const item of items) this.#note('message', `${kind} button`, item);
        // Whoever tries again and again never ends.
        const isAgain = this.#agreed.has(this.command + message);
        this.#agreed.add(this.command + message);
        return Promise.resolve(this.agrees && !isAgain ? items[0] : undefined);
      });
    }
    this.#put(window, 'showQuickPick', (items: vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      for (const { label, description, detail } of items) {
        for (const text of [label, description, detail]) this.#note('item', 'quick pick', text);
      }
      this.#note('message', 'quick pick place', options.placeHolder);
      this.#note('message', 'quick pick title', options.title);
      const first = items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
      if (!this.agrees || !first) return Promise.resolve(undefined);
      return Promise.resolve(options.canPickMany ? [first] : first);
    });
    this.#put(window, 'showInputBox', async (options: vscode.InputBoxOptions) => {
      for (const text of [options.title, options.prompt, options.placeHolder])
        this.#note('message', 'input box', text);
      for (const typed of [evil, '', id('b'), id('a'), 'x']) {
        const found = await options.validateInput?.(typed);
        this.#note('message', 'validation', typeof found === 'string' ? found : found?.message);
      }
      return this.agrees ? 'x' : undefined;
    });
    this.#put(window, 'createInputBox', () => this.#createInputBox());
    this.#put(window, 'setStatusBarMessage', (text: string) => {
      this.#note('item', 'status bar', text);
      return new vscode.Disposable(() => undefined);
    });
    const { withProgress } = window;
    this.#put(window, 'withProgress', (...given: Parameters<typeof withProgress>) => {
      this.#note('item', 'progress', given[0].title);
      return withProgress.apply(window, given);
    });
    this.#put(window, 'createTerminal', (options: vscode.TerminalOptions) => {
      this.#note('item', 'terminal', options.name);
      throw new vscode.CancellationError();
    });
    for (const dialog of ['showOpenDialog', 'showSaveDialog'] as const)
      this.#put(window, dialog, () => Promise.resolve(undefined));
    this.#put(env, 'openExternal', (uri: vscode.Uri) => {
      this.#note('other', 'opened', uri.toString());
      return Promise.resolve(true);
    });
  }

  /** It is answered or closed once it is shown. */
  #createInputBox(): object {
    const [changed, accepted, hidden, pressed] = Array.from(
      { length: 4 },
      () => new vscode.EventEmitter<unknown>(),
    );
    const note = (text: unknown) => this.#note('message', 'input box', text);
    const box = {
      value: '',
      validationMessage: undefined as string | vscode.InputBoxValidationMessage | undefined,
      onDidChangeValue: changed?.event,
      onDidAccept: accepted?.event,
      onDidHide: hidden?.event,
      onDidTriggerButton: pressed?.event,
      dispose: () => undefined,
      show: () => {
        for (const key of ['title', 'prompt', 'placeholder']) note(Reflect.get(box, key));
        changed?.fire('x');
        const found = box.validationMessage;
        note(typeof found === 'string' ? found : found?.message);
        box.value = 'x';
        if (this.agrees) accepted?.fire(undefined);
        hidden?.fire(undefined);
      },
    };
    return box;
  }

  #put(holder: object, name: string, fake: unknown): void {
    const original: unknown = Reflect.get(holder, name);
    assert.ok(Reflect.set(holder, name, fake), name);
    this.#originals.push(() => Reflect.set(holder, name, original));
  }

  #note(as: Shown['as'], what: string, text: unknown): void {
    if (typeof text === 'string') this.shown.push({ what: `${this.command}: ${what}`, text, as });
  }

  restore(): void {
    for (const put of this.#originals) put();
  }
}

function assertHarmless({ what, text, as }: Shown): void {
  const told = `${what}: ${JSON.stringify(text.slice(0, 300))}`;
  assert.doesNotMatch(text, unseen, told);
  if (as === 'other') assert.doesNotMatch(text, /evil|command:/, told);
  if (as === 'message') assert.doesNotMatch(text, link, told);
  if (as === 'item') assert.doesNotMatch(text, /(?<!\\)\$\([a-z]/, told);
  if (as !== 'detail') assert.doesNotMatch(text, /[\r\n\u2028\u2029]/, told);
}

/** The texts in what an answer of a language feature holds, those that VS Code draws as Markdown apart. */
function textsIn(answer: unknown): {
  readonly plain: readonly string[];
  readonly markdown: readonly string[];
} {
  const [plain, markdown]: [string[], string[]] = [[], []];
  const collect = (value: unknown, depth: number): void => {
    if (typeof value === 'string') plain.push(value);
    else if (value instanceof vscode.MarkdownString) markdown.push(value.value);
    else if (typeof value === 'object' && value !== null && depth < 5 && !(value instanceof vscode.Uri))
      for (const own of Object.values(value)) collect(own, depth + 1);
  };
  collect(answer, 0);
  return { plain, markdown };
}

describe('Evil text in every string that a file can bring (8.1)', () => {
  let window: Window;
  let nodes: TreeNode[];
  let document: vscode.TextDocument;

  beforeEach(async () => {
    const { index, tree, vault } = await access();
    const basic = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
    const entry = (digit: string, more: object) => ({
      referenceId: id(digit),
      name: evil,
      ...basic,
      ...more,
    });
    const registered = {
      version: 1,
      id: 'evil',
      environment: evil,
      connections: [
        entry('a', { description: evil, temporary: true, rotatedOn: evil }),
        entry('c', { extension: evil, type: evil, plainFields: [evil, '__proto__', 'constructor'] }),
        entry('d', { name: `${evil} 2` }),
      ],
    };
    const made = JSON.parse(await readText(fileUri('agent/flows/Main/en-US/chart.json'))) as {
      nodes: { label?: string; type: string; extension: string; comment?: string; config: object }[];
    };
    for (const node of made.nodes) {
      node.label = evil;
      node.comment = evil;
    }
    const [last] = made.nodes.slice(-1);
    if (last)
      Object.assign(last, { extension: evil, type: evil, config: { [evil]: evil, ['__proto__']: 1 } });
    const files: Record<string, unknown> = {
      'evil/.cognigy/connections.json': registered,
      [chart]: made,
      'evil/agent/connections/x.json': { referenceId: id('e'), name: evil, ...basic, resourceLevel: evil },
    };
    for (const [path, value] of Object.entries(files)) {
      await writeText(fileUri(path), JSON.stringify(value, undefined, 2));
    }
    await index.refresh(Object.keys(files).map((path) => fileUri(path)));
    await eventually(() => index.projects.some(({ project }) => project.file?.id === 'evil'));
    const owner = index.projects.find(({ project }) => project.file?.id === 'evil');
    assert.ok(owner);
    await vault.write(
      { fileId: 'evil', referenceId: id('a'), ...basic, file: owner.id },
      { password: { kind: 'replace', value: 'pw' } },
    );
    nodes = [];
    const collect = async (parent?: TreeNode): Promise<void> => {
      for (const node of await tree.getChildren(parent)) {
        if (node.owner.id === owner.id) nodes.push(node);
        await collect(node);
      }
    };
    await collect();
    document = await vscode.workspace.openTextDocument(fileUri(chart));
    window = new Window();
  });

  afterEach(() => window.restore());

  it('is text in whatever a command shows or asks', async function () {
    this.timeout(120_000);
    const kinds = [...new Set(nodes.map(({ kind }) => kind))];
    assert.ok(['project', 'declared', 'use'].every((kind) => kinds.includes(kind as TreeNode['kind'])));
    const chosen = kinds.flatMap((kind) => nodes.find((node) => node.kind === kind) ?? []);
    const position = after(document, '"basicConnection": "', 2);
    const selection = new vscode.Range(position, position);
    const { openSample, openDocumentation, showLog, ...ofFiles } = commandIds;
    const commands = Object.values(ofFiles);
    assert.equal(
      commands.length,
      Object.keys(commandIds).length - [openSample, openDocumentation, showLog].length,
    );
    for (const agrees of [false, true]) {
      window.agrees = agrees;
      for (const command of commands) {
        // Answers lead to the same places, whatever they are asked about.
        for (const node of agrees ? [undefined] : [undefined, ...chosen]) {
          window.command = command;
          // Editors that come meanwhile may take its place: what is asked then is other evil text.
          if (!node) await vscode.window.showTextDocument(document, { selection });
          await run(command, ...(node ? [node, [node]] : []));
        }
      }
    }
    for (const one of window.shown) assertHarmless(one);
    const withEvil = window.shown.filter(({ text }) => text.includes('Show uses'));
    const telling = new Set(withEvil.map(({ what }) => what.split(':')[0]));
    assert.ok(telling.size >= 12, [...telling].join());
    for (const { tabs } of vscode.window.tabGroups.all) {
      for (const { label } of tabs) assert.doesNotMatch(label, unseen, label);
    }
  });

  it('is text in the views and in what is said of a document', async () => {
    const { tree } = await access();
    for (const node of nodes) {
      const { label, description, tooltip } = tree.getTreeItem(node);
      for (const text of [label, description]) {
        if (typeof text === 'string') assertHarmless({ what: node.kind, text, as: 'detail' });
      }
      const { plain, markdown } = textsIn(tooltip);
      for (const text of [...plain, ...markdown]) assert.doesNotMatch(text, unseen);
      for (const text of markdown) assert.doesNotMatch(text, ranLink);
    }
    const { uri } = document;
    const position = after(document, '"basicConnection": "', 2);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const answers = {
      hover: await run('vscode.executeHoverProvider', uri, position),
      hints: await run('vscode.executeInlayHintProvider', uri, whole),
      offers: await run('vscode.executeCompletionItemProvider', uri, position),
      actions: await run('vscode.executeCodeActionProvider', uri, whole),
      problems: vscode.languages.getDiagnostics(uri),
    };
    for (const [what, answer] of Object.entries(answers)) {
      const { plain, markdown } = textsIn(answer);
      assert.ok(plain.length + markdown.length > 0, what);
      for (const text of markdown) assert.doesNotMatch(text, ranLink, what);
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Dialog, FrameLocator, Locator, Page } from 'playwright-core';
import type { Activation, ActivationWatch } from './activation';
import { eventually } from './eventually';
import { traceFailuresIn } from './failureTraces';
import { contributedViewContainer } from './manifest';
import { takeScreenshot, wantsScreenshots } from './screenshots';
import { filesHolding } from './searchFiles';

interface WorkbenchParts {
  readonly page: Page;
  readonly url: string;
  readonly version: 'floor' | 'newest';
  readonly userDataDir: string;
  readonly profile: string;
  readonly folder: string;
  readonly activations: ActivationWatch;
}

/** An entry of the connections file, as far as the tests ask for it. */
export interface ConnectionEntry {
  readonly referenceId: string;
  readonly name: string;
  readonly description?: string;
  readonly temporary?: boolean;
}

/** The browser's own question whether to leave a page with unsaved changes. */
const leave = (dialog: Dialog) => void dialog.accept();

/** An open workbench, with what a person does in it. */
export class Workbench {
  /** All console output of the page, its webviews included, and its uncaught errors. */
  readonly consoleLines: string[] = [];

  private constructor(private readonly parts: WorkbenchParts) {
    const { page } = parts;
    for (const event of ['console', 'pageerror', 'dialog'] as const) page.removeAllListeners(event);
    page.on('console', (message) => this.consoleLines.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => this.consoleLines.push(`[pageerror] ${String(error)}`));
    page.on('dialog', leave);
  }

  static async open(parts: WorkbenchParts): Promise<Workbench> {
    const workbench = new Workbench(parts);
    traceFailuresIn(workbench);
    await parts.page.goto(parts.url);
    await workbench.ready();
    return workbench;
  }

  get page(): Page {
    return this.parts.page;
  }

  get version(): 'floor' | 'newest' {
    return this.parts.version;
  }

  get userDataDir(): string {
    return this.parts.userDataDir;
  }

  /** The folder that holds all there is of this user: user data, the browser's storage, the server's files. */
  get profile(): string {
    return this.parts.profile;
  }

  /** The absolute path of a file of the folder that was copied. */
  file(...path: readonly string[]): string {
    return join(this.parts.folder, ...path);
  }

  /** The entries of the project's connections file, as it is on disk now; none where there is none. */
  connections(): ConnectionEntry[] {
    const path = this.file('.cognigy', 'connections.json');
    if (!existsSync(path)) return [];
    return (JSON.parse(readFileSync(path, 'utf8')) as { connections: ConnectionEntry[] }).connections;
  }

  /** How the extension was activated, once it has read something. */
  async activation(): Promise<Activation> {
    const { activations } = this.parts;
    await eventually(() => (activations.last?.readLater.length ?? 0) > 0, 'the extension reads');
    const { last } = activations;
    if (!last) throw new Error('It was noted a moment ago.');
    return last;
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** A second window of the same user in the same folder. */
  async another(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    return Workbench.open({ ...this.parts, page });
  }

  /** Waits until VS Code has registered its extensions' commands and views. */
  private async ready(): Promise<void> {
    // What is on screen does not tell: view containers and the like are restored before their extensions are there.
    await this.page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.activityBarItem(contributedViewContainer()).waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** The backup for hot exit that holds a text, if there is one by now. */
  backupOf(holding: string): string | undefined {
    const files = filesHolding(join(this.userDataDir, 'User'), holding);
    return files.find((file) => !file.includes('History'));
  }

  /** Whether there is one of a form, and VS Code has noted which file it is: a reload before loses it. */
  async isFormBackedUp(holding: string): Promise<boolean> {
    const backup = this.backupOf(holding);
    return backup !== undefined && (await this.notedState()).includes(basename(backup));
  }

  /** What VS Code has noted down for its next start: it does so some seconds after a change. */
  async notedState(): Promise<string> {
    return this.page.evaluate(`(async () => {
      const result = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      const texts = [];
      for (const { name } of await indexedDB.databases()) {
        if (!name.startsWith('vscode-web-state-db-') || name.endsWith('global')) continue;
        const database = await result(indexedDB.open(name));
        for (const store of database.objectStoreNames)
          texts.push(...(await result(database.transaction(store).objectStore(store).getAll())));
        database.close();
      }
      return texts.filter((text) => typeof text === 'string' && (text.includes('editorpart.state') || text.includes('flowConnections.'))).join('');
    })()`);
  }

  /** A key is lost that is pressed while VS Code hands the focus on to the form in a webview. */
  async focusSettles(): Promise<void> {
    await eventually(async () => {
      const isAtWebview = await this.page.evaluate('document.activeElement?.matches("iframe.webview")');
      return !isAtWebview || (await this.webview().locator('html').evaluate('document.hasFocus()'));
    }, 'the form has the focus');
  }

  /** Runs a command from the command palette, by the whole title that it shows. */
  async runCommand(title: string): Promise<void> {
    await this.focusSettles();
    await this.page.keyboard.press('F1');
    await this.quickPick(`>${title}`, title);
  }

  /** New Connection… from the palette, of the type that goes by this label. */
  async newConnection(type: string): Promise<void> {
    await this.runCommand('Flow Connections: New Connection…');
    await this.quickPick(type, type);
    await this.page.getByRole('tab', { name: `New Connection · ${type}` }).waitFor();
  }

  /** Opens a file of the workspace with Go to File: `search` may name its folders too, of this one alone. */
  async openFile(search: string, name = search): Promise<void> {
    const words = search.split(' ').filter((word) => word !== name);
    await this.focusSettles();
    await this.page.keyboard.press('ControlOrMeta+P');
    // Other files of this name are in the list as well: those opened last, until the search is done.
    await this.quickPick(search, name, words);
    const uri = [
      ...words.map((word) => `[data-uri*="${encodeURIComponent(word)}"]`),
      `[data-uri$="/${name}"]`,
    ];
    // A key pressed before the editor has the focus is lost.
    await this.page.locator(`.editor-container .monaco-editor.focused${uri.join('')}`).waitFor();
  }

  /** Selects the next place of a text in the active text editor, which has the focus afterwards. */
  async goToText(text: string): Promise<void> {
    const widget = this.page.locator('.editor-instance .find-widget.visible');
    await this.page.keyboard.press('ControlOrMeta+F');
    // Not by the keyboard: VS Code may give the focus back to the editor after a quick pick, and the text goes there.
    const search = widget.locator('.find-part textarea');
    await search.fill(text);
    await search.press('Enter');
    await widget.getByText(/^\d+ of \d+$/).waitFor();
    // Not by Escape: a key that is pressed while the search runs is lost.
    await widget.getByRole('button', { name: /^Close/ }).click();
    await widget.waitFor({ state: 'detached' });
    await this.page.locator('.editor-container .monaco-editor.focused').waitFor();
  }

  /**
   * Opens the editor of a Connection that was changed a moment ago, once its item says this: until the view has come to
   * rest VS Code may run nothing, for a click nor a menu, since it forgets all items when the view is filled anew.
   */
  async editConnection(name: string, says = ''): Promise<void> {
    const item = this.page
      .locator('.part.sidebar .pane-body')
      .getByRole('treeitem', { name: new RegExp(`^${literally(name)}, .*${literally(says)}`) });
    await this.pickFromMenu(item.first(), 'Edit');
  }

  /** Opens the context menu of an item and picks an entry. */
  async pickFromMenu(item: Locator, entry: string): Promise<void> {
    await item.click({ button: 'right' });
    await this.chooseFromMenu(entry);
  }

  /** Picks an entry of the menu that is open. */
  async chooseFromMenu(entry: string): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: entry, exact: true });
    // VS Code ignores a click that comes with the opening of a menu, but no key.
    await choice.hover();
    await this.page.keyboard.press('Enter');
    await choice.waitFor({ state: 'detached' });
  }

  /** The clipboard of the browser. */
  async readClipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  async setTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickPick(name, name);
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  get toast(): Locator {
    return this.page.locator('.notifications-toasts');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The item of the Connections view whose name, the part before the first comma a screen reader says, is this. */
  connectionItem(name: string): Locator {
    const items = this.page
      .locator('.part.sidebar .pane-body')
      .getByRole('treeitem', { name: startOf(name) });
    return items.first();
  }

  /** Types into the quick input that is open and picks the first entry of exactly this label that says all of this. */
  async quickPick(text: string, label: string, says: readonly string[] = []): Promise<void> {
    const input = this.quickInput.locator('input.input');
    await input.fill(text);
    let wanted = this.quickInput.locator('.monaco-list-row');
    // An icon before it leaves a space.
    const exactly = new RegExp(`^\\s*${literally(label)}$`);
    wanted = wanted.filter({ has: this.page.locator('.label-name').filter({ hasText: exactly }) });
    for (const word of says) wanted = wanted.filter({ hasText: word });
    await wanted.first().waitFor();
    // Not by a click: VS Code goes on to fill the list, and moves its entries away under the mouse.
    await this.until(wanted.and(this.quickInput.locator('.focused')), () => input.press('ArrowDown'));
    await input.press('Enter');
  }

  /** Does something, again and again, until something is there. */
  async until(there: Locator, act: () => Promise<void>): Promise<void> {
    await eventually(async () => {
      if ((await there.count()) > 0) return true;
      await act();
      return false;
    }, String(there));
  }

  /** Shows a view container; clicking the one that is shown would hide it. */
  async activityBar(title: string): Promise<void> {
    const item = this.activityBarItem(title);
    if ((await item.getAttribute('aria-selected')) !== 'true') await item.click();
  }

  private activityBarItem(title: string): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: title });
  }

  /** The item of a node, a Connection or the like that says all of this to a screen reader. */
  item(says: RegExp): Locator {
    return this.page.locator('.part.sidebar .pane-body').getByRole('treeitem', { name: says }).first();
  }

  tab(title: string): Locator {
    return this.page.getByRole('tab', { name: title });
  }

  /** A line of the text editor that holds a text, hints included. */
  line(content: string): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: content }).first();
  }

  status(text: string): Locator {
    return this.page.locator('.statusbar').getByText(text);
  }

  /** Answers the question that Quick Input asks under this title. */
  async answer(title: string, text: string): Promise<void> {
    await this.quickInput.getByText(title).waitFor();
    await this.quickInput.locator('input.input').fill(text);
    await this.press('Enter');
  }

  /** The document of the webview that is visible. */
  webview(): FrameLocator {
    const outer = this.page.locator('iframe.webview').filter({ visible: true }).contentFrame();
    return outer.locator('#active-frame').contentFrame();
  }

  /** For somebody to look at, where that is wanted. */
  async screenshot(name: string): Promise<void> {
    if (wantsScreenshots) await takeScreenshot(this.page, this.version, name);
  }

  /** The text of the extension host's logs, output channels included. */
  extensionLogs(): string {
    const folder = join(this.userDataDir, 'logs');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.log') && name.includes('exthost'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  }
}

function startOf(name: string): RegExp {
  return new RegExp(`^${literally(name)}(,|$)`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

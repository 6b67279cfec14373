import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { answerMintKey } from '../../scripts/lib/workbenchPage.mjs';
import { contributedViewContainer } from './manifest';

interface WorkbenchParts {
  context: BrowserContext;
  url: string;
  version: 'floor' | 'newest';
  userDataDir: string;
  profile: string;
  close: () => Promise<void>;
}

/** An open workbench, with what a person does in it. */
export class Workbench {
  /** All console output of the page, its webviews included, and its uncaught errors. */
  readonly consoleLines: string[] = [];
  readonly version: 'floor' | 'newest';
  readonly userDataDir: string;
  /** The folder that holds all there is of this user: user data, the browser's storage, the server's files. */
  readonly profile: string;
  readonly close: () => Promise<void>;

  private constructor(
    readonly page: Page,
    { version, userDataDir, profile, close }: WorkbenchParts,
  ) {
    this.version = version;
    this.userDataDir = userDataDir;
    this.profile = profile;
    this.close = close;
    page.on('console', (message) => this.consoleLines.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => this.consoleLines.push(`[pageerror] ${String(error)}`));
    // The browser's own question whether to leave a page with unsaved changes.
    page.on('dialog', (dialog) => void dialog.accept());
  }

  static async open(parts: WorkbenchParts): Promise<Workbench> {
    const page = parts.context.pages()[0] ?? (await parts.context.newPage());
    await answerMintKey(parts.context);
    const workbench = new Workbench(page, parts);
    await page.goto(parts.url);
    await workbench.ready();
    return workbench;
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

  /** Runs a command from the command palette, by the whole title that it shows. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickPick(`>${title}`, title);
  }

  /** Opens a file of the workspace with Go to File: `search` may name its folders too. */
  async openFile(search: string, name = search): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.quickPick(search, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    // A key pressed before the editor has the focus is lost.
    await this.page.locator('.editor-container .monaco-editor.focused').waitFor();
  }

  async setTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickPick(name, name);
  }

  /** Types into the quick input that is open and picks the first entry of exactly this label. */
  async quickPick(text: string, label: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input.input').fill(text);
    const exactly = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    await widget.locator('.monaco-list-row .label-name').filter({ hasText: exactly }).first().click();
  }

  /** Shows a view container; clicking the one that is shown would hide it. */
  async activityBar(title: string): Promise<void> {
    const item = this.activityBarItem(title);
    if ((await item.getAttribute('aria-selected')) !== 'true') await item.click();
  }

  private activityBarItem(title: string): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: title });
  }

  /** The document of the webview that is visible. */
  webview(): FrameLocator {
    const outer = this.page.locator('iframe.webview').filter({ visible: true }).contentFrame();
    return outer.locator('#active-frame').contentFrame();
  }

  /** Writes out/screenshots/<version>/<name>.png. */
  async screenshot(name: string): Promise<void> {
    const folder = join('out', 'screenshots', this.version);
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
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

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/chromium.mjs';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';
import type { ConnectionDocument } from '../../src/core/draft/connectionDocument';
import type { FromEditor, ToEditor } from '../../src/core/draft/formMessages';
import { FormSession } from '../../src/core/draft/formSession';
import { saveDraft, type DraftSave } from '../../src/core/draft/saveDraft';
import { webviewHtml } from '../../src/host/webviewHtml';
import { toFromEditor } from '../../src/protocol/connectionEditor';
import { Rpc } from '../../src/protocol/rpc';
import { takeScreenshot, wantsScreenshots } from './screenshots';
import { isSoak } from './soak';
import { readThemes, type ThemeName } from './themes';

/** A form as VS Code shows it: the real bundle under the real policy, and behind it a real document. */
export interface FormPage {
  readonly page: Page;
  readonly document: ConnectionDocument;
  readonly session: FormSession;
  /** All messages that the form got, as JSON. */
  readonly heard: readonly string[];
  /** What the saves that the form asked for came to. */
  readonly saves: readonly DraftSave[];
  /** What the form asked the host for beyond its document. */
  readonly asked: readonly string[];
  /** Holds back what the host says, from now on until it is let go. */
  holdHost(): { letGo(): void };
  input(label: string): Locator;
  button(name: string): Locator;
  text(text: string | RegExp): Locator;
  /** Asks for a save as VS Code's own Auto Save does. */
  autoSave(): Promise<DraftSave>;
  /** Clicks Save and waits for what came of it. */
  save(): Promise<DraftSave>;
  /** Waits until the host has heard of all that was typed. */
  settle(): Promise<void>;
  /** What is typed, set and said in the form: its HTML, and the values of its inputs, which HTML does not have. */
  content(): Promise<string>;
  /** Holds it against the accessibility rules of axe-core, and its contrasts in the other themes too. */
  assertAccessible(): Promise<void>;
  setTheme(name: ThemeName): Promise<void>;
  /** Shows the form anew, as VS Code does when its tab comes to the front again. */
  showAgain(): Promise<void>;
  /** For somebody to look at, where that is wanted. */
  screenshot(name: string): Promise<void>;
}

export interface FormOptions {
  /** In the place of a file dialog: fills in fields of the document, and gives their names. */
  readonly fill?: (document: ConnectionDocument) => readonly string[];
}

/** Opens forms in one page of one Chromium, a form after the other. */
export interface FormBrowser {
  show(document: ConnectionDocument, options?: FormOptions): Promise<FormPage>;
  readonly page: Page;
}

/** Six times slower than the machine is, where an answer of the host meets typing; 1 is as fast as it is. */
export type Slowness = 1 | 6;

/** The one browser of all forms, and its page. */
interface Running {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Whom the form that is shown talks to. */
  connect: (receive: (data: unknown) => void) => void;
  readonly stop: () => Promise<void>;
}

let running: Promise<Running> | undefined;

/**
 * Opens forms one after the other in the page of one Chromium. `npm run soak` has all of them shown slowed.
 * @param slowness see `Slowness`
 */
export function useForms(slowness: Slowness = 1): FormBrowser {
  const rate = isSoak ? 6 : slowness;
  let page: Page | undefined;
  return {
    get page() {
      if (!page) throw new Error('No form was shown yet.');
      return page;
    },
    async show(document, options = {}) {
      running ??= start();
      const { cdp, connect, ...started } = await running;
      ({ page } = started);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      return OpenForm.open(page, document, options, connect);
    },
  };
}

async function start(): Promise<Running> {
  const profile = temporaryFolder('form');
  const context = await launchBrowser(profile.path, { viewport: { width: 800, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  let current: (data: unknown) => void = () => undefined;
  await page.exposeFunction('tellHost', (data: unknown) => current(data));
  // As VS Code provides it, state and all; it stands outside of the page, whose policy lets in no other script.
  await page.addInitScript(`
    window.acquireVsCodeApi = () => ({
      postMessage: (data) => void tellHost(data),
      getState: () => JSON.parse(sessionStorage.getItem(location.search)) ?? undefined,
      setState: (state) => sessionStorage.setItem(location.search, JSON.stringify(state)),
    });`);
  const stop = async () => {
    await context.close();
    profile.remove();
  };
  return { page, cdp, connect: (receive) => (current = receive), stop };
}

after(async () => {
  await (await running)?.stop();
});

class OpenForm implements FormPage {
  readonly session: FormSession;
  readonly heard: string[] = [];
  readonly saves: DraftSave[] = [];
  readonly asked: string[] = [];
  readonly #rpc: Rpc<ToEditor, FromEditor>;
  readonly #policyBreaks: string[] = [];
  #held: unknown[] | undefined;
  #lastSave: Promise<DraftSave | undefined> = Promise.resolve(undefined);
  /** Another one for each form: what VS Code keeps of one is none of the next one's. */
  readonly #address = `http://localhost/form?${crypto.randomUUID()}`;
  #pending = 0;
  readonly #idle: (() => void)[] = [];

  private constructor(
    readonly page: Page,
    readonly document: ConnectionDocument,
    options: FormOptions,
  ) {
    this.#rpc = new Rpc<ToEditor, FromEditor>(
      (envelope) => this.#post(envelope),
      toFromEditor,
      (message) => this.session.handle(message),
    );
    const fill = () => Promise.resolve(options.fill?.(document) ?? []);
    const ask = (what: string) => Promise.resolve(void this.asked.push(what));
    this.session = new FormSession(document, (message) => this.#send(message), {
      onEdit: () => undefined,
      onSecretLeft: () => undefined,
      onOutdated: () => void document.refresh().then(() => this.session.refresh()),
      save: async () => {
        await this.#save(false);
      },
      reload: async () => {
        await document.load();
        this.session.reset();
      },
      copyReferenceId: () => ask('copyReferenceId'),
      copyField: (name) => ask(`copyField ${name}`),
      fillFieldFromFile: fill,
      fillFromServiceAccount: fill,
      openUse: (index) => ask(`openUse ${index}`),
    });
  }

  static async open(
    page: Page,
    document: ConnectionDocument,
    options: FormOptions,
    connect: (receive: (data: unknown) => void) => void,
  ): Promise<OpenForm> {
    const form = new OpenForm(page, document, options);
    connect((data) => form.#receive(data));
    page.removeAllListeners('console');
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) form.#policyBreaks.push(message.text());
    });
    await form.#load();
    return form;
  }

  async #load(): Promise<void> {
    const { page } = this;
    const html = pageOf(this.document);
    await page.unroute('**/form?*');
    await page.route('**/form?*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(this.#address);
    await page.locator('main').waitFor();
    assert.deepEqual(this.#policyBreaks, []);
  }

  input(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  holdHost(): { letGo(): void } {
    this.#held = [];
    return {
      letGo: () => {
        const held = this.#held ?? [];
        this.#held = undefined;
        for (const envelope of held) this.#post(envelope);
      },
    };
  }

  autoSave(): Promise<DraftSave> {
    return this.#save(true);
  }

  async save(): Promise<DraftSave> {
    const before = this.saves.length;
    await this.button('Save').click();
    while (this.saves.length === before) await this.#nextMessage();
    await this.settle();
    const saved = this.saves.at(-1);
    assert.ok(saved);
    return saved;
  }

  async settle(): Promise<void> {
    // A round trip through the page, behind all that it has sent.
    await this.page.evaluate('tellHost(undefined)');
    while (this.#pending > 0) await this.#nextMessage();
    await this.#lastSave;
    // And one behind all that the host has said.
    await this.page.evaluate(`new Promise((done) => {
      addEventListener('message', ({ data }) => data === 'settled' && done());
      postMessage('settled', '*');
    })`);
  }

  async content(): Promise<string> {
    const html = await this.page.locator('html').innerHTML();
    const values = await this.page
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as { value?: string }).value ?? ''));
    // Its script stands in the page too, and says nothing of a Connection.
    return [html.replace(/<script[\s\S]*<\/script>/, ''), ...values].join('\n');
  }

  async assertAccessible(): Promise<void> {
    // Evaluated from outside, for the form's own policy allows no script but its own.
    await this.page.evaluate(`${axe.source}; undefined`);
    assert.deepEqual(await this.#violations(''), []);
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern'] as const) {
      await this.setTheme(theme);
      assert.deepEqual(await this.#violations(`runOnly: ['color-contrast'],`), [], theme);
    }
  }

  /** `options` are some of axe's own. */
  #violations(options: string): Promise<unknown> {
    return this.page.evaluate(
      `axe.run(document, { ${options} resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  }

  async setTheme(name: ThemeName): Promise<void> {
    const { variables, bodyClass } = readThemes().themes[name];
    await this.page.evaluate(`(() => {
      document.documentElement.style.cssText = ${JSON.stringify(cssOf(variables))};
      document.body.className = ${JSON.stringify(bodyClass)};
    })()`);
  }

  async showAgain(): Promise<void> {
    this.#rpc.abandon();
    this.session.leave();
    await this.#load();
  }

  async screenshot(name: string): Promise<void> {
    if (wantsScreenshots) await takeScreenshot(this.page, 'form', name);
  }

  #receive(data: unknown): void {
    if (data === undefined) return;
    this.#pending++;
    void this.#rpc.receive(data).finally(() => {
      this.#pending--;
      for (const wake of this.#idle.splice(0)) wake();
    });
  }

  #nextMessage(): Promise<void> {
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Answers too: they must not come before what was said earlier. */
  #post(envelope: unknown): void {
    if (this.#held) this.#held.push(envelope);
    else void this.page.evaluate(`postMessage(${JSON.stringify(envelope)}, '*')`).catch(() => undefined);
  }

  #send(message: ToEditor): void {
    this.heard.push(JSON.stringify(message));
    this.#rpc.send(message).catch(() => undefined);
  }

  #save(isAutoSave: boolean): Promise<DraftSave> {
    const saving = saveDraft(this.document, [this.session], isAutoSave).then((saved) => {
      this.saves.push(saved);
      return saved;
    });
    this.#lastSave = saving;
    return saving;
  }
}

/** The page as the host makes it, with what VS Code puts into its webviews' documents. */
function pageOf(document: ConnectionDocument): string {
  const { variables, bodyClass, defaultStyles } = readThemes().themes['Dark Modern'];
  const read = (file: string) => readFileSync(join('dist', 'webview', file), 'utf8');
  const html = webviewHtml({
    script: read('connectionEditor.js'),
    style: read('connectionEditor.css'),
    title: document.title,
    language: 'en',
    nonce: crypto.randomUUID().replaceAll('-', ''),
  });
  // Before the policy, as VS Code does it.
  return html
    .replace('<head>', `<head><style>:root { ${cssOf(variables)} }\n${defaultStyles}</style>`)
    .replace('<body>', `<body class="${bodyClass}">`);
}

function cssOf(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ');
}

import type { Frame } from 'playwright-core';
import { takeScreenshot } from './screenshots';
import type { Workbench } from './workbenchActions';

const open = new Set<Workbench>();

/** A test that fails leaves a picture of this workbench, and in the log what is to be seen in it. */
export function traceFailuresIn(workbench: Workbench): void {
  open.add(workbench);
}

afterEach(async function () {
  const test = this.currentTest;
  const windows = [...open];
  open.clear();
  if (test?.state !== 'failed') return;
  for (const [index, workbench] of windows.entries()) {
    const name = `failed ${test.title}${index === 0 ? '' : ` ${index + 1}`}`;
    await takeScreenshot(workbench.page, workbench.version, name.replaceAll('/', '-'));
    // The log may be all that is kept of a run.
    console.log(`In the window of “${name}”:\n${await seenIn(workbench)}`);
    console.log(await formsIn(workbench));
  }
});

function seenIn({ page }: Workbench): Promise<string> {
  return page.evaluate(`(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => (element.ariaLabel || element.value || element.innerText || '').replace(/\\s+/g, ' '));
    const { activeElement: focus } = document;
    const seen = {
      focus: [focus.tagName, focus.className, focus.ariaLabel].join(' '),
      tabs: texts('.tab'),
      'dirty tabs': texts('.tab.dirty'),
      'active tab': texts('.tab.active'),
      'quick input': texts('.quick-input-title, .quick-input-widget input.input, .quick-input-list .monaco-list-row'),
      menu: texts('[role=menuitem].action-menu-item'),
      notifications: texts('.notification-list-item'),
      dialog: texts('.monaco-dialog-box'),
      view: texts('.part.sidebar [role=treeitem]'),
    };
    return Object.entries(seen).map(([what, value]) => '  ' + what + ': ' + JSON.stringify(value)).join('\\n');
  })()`);
}

/** What the webviews say. And what the browser complained of, each sentence once. */
async function formsIn({ page, consoleLines }: Workbench): Promise<string> {
  // A frame that goes away meanwhile fails to answer, or never does.
  const textOf = async (frame: Frame): Promise<string | undefined> => {
    const id = await (await frame.frameElement()).getAttribute('id');
    const isForm = id === 'active-frame' || id === 'pending-frame';
    return isForm ? (await frame.locator('body').innerText({ timeout: 2000 })).slice(0, 200) : undefined;
  };
  const forms = await Promise.all(page.frames().map((frame) => textOf(frame).catch(() => undefined)));
  const complaints = new Set(consoleLines.filter((line) => !line.startsWith('[log]')));
  const last = [...complaints].slice(-6).map((line) => line.slice(0, 200));
  return `  forms: ${JSON.stringify(forms.filter((text) => text !== undefined))}\n  console: ${JSON.stringify(last)}`;
}

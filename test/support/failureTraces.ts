import type { Test } from 'mocha';
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbenchActions';

const open = new Set<Workbench>();
const traced = new WeakSet<Test>();

/** From now on a test that fails leaves a picture of this workbench, and in the log what is to be seen in it. */
export function traceFailuresIn(workbench: Workbench): void {
  open.add(workbench);
  workbench.page.once('close', () => open.delete(workbench));
}

/** For suites that close or clear their workbench after each test, before they do; all others need not call it. */
export async function leaveTraces(test: Test | undefined): Promise<void> {
  // Once for each test: what is on screen after such a suite has cleared it tells nothing.
  if (test?.state !== 'failed' || traced.has(test)) return;
  traced.add(test);
  for (const [index, workbench] of [...open].entries()) {
    const name = `failed ${test.title}${index === 0 ? '' : ` ${index + 1}`}`;
    await workbench.screenshot(name.replaceAll('/', '-'));
    // The log may be all that is kept of a run.
    console.log(`In the window of “${name}”:\n${await seenIn(workbench)}`);
    console.log(await formsIn(workbench));
  }
}

afterEach(function () {
  return leaveTraces(this.currentTest);
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

/** What the webviews say: an empty one got no script. And what the browser complained of, each sentence once. */
async function formsIn({ page, consoleLines }: Workbench): Promise<string> {
  // A frame that goes away meanwhile fails to answer, or never does.
  const textOf = async (frame: Frame): Promise<unknown> => {
    const id = await (await frame.frameElement()).getAttribute('id');
    const isForm = id === 'active-frame' || id === 'pending-frame';
    return isForm ? frame.evaluate('document.body.innerText.slice(0, 200)') : undefined;
  };
  const texts = page.frames().map((frame) => textOf(frame).catch(() => undefined));
  const noAnswer = page.waitForTimeout(2000).then(() => 'no answer');
  const forms = await Promise.all(texts.map((text) => Promise.race([text, noAnswer])));
  const complaints = new Set(consoleLines.filter((line) => !line.startsWith('[log]')));
  const last = [...complaints].slice(-6).map((line) => line.slice(0, 200));
  return `  forms: ${JSON.stringify(forms.filter((text) => text !== undefined))}\n  console: ${JSON.stringify(last)}`;
}

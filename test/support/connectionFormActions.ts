import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The form of a Connection in a workbench, with what a person does in it. */
export class ConnectionFormActions {
  constructor(private readonly workbench: Workbench) {}

  /** By the label that a screen reader says, such as `Password, required`. */
  input(label: string): Locator {
    return this.workbench.webview().getByRole('textbox', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.workbench.webview().getByRole('button', { name, exact: true });
  }

  text(text: string): Locator {
    return this.workbench.webview().getByText(text);
  }

  tab(title: string): Locator {
    return this.workbench.page.getByRole('tab', { name: title });
  }

  /** Clicks Save once VS Code has heard of the changes, and waits until it says that they are saved. */
  async save(title: string): Promise<void> {
    const { page } = this.workbench;
    await page.locator('.tab.active.dirty').waitFor();
    const moves = (await this.tab(title).count()) === 0;
    await this.workbench.webview().locator('html').evaluate('document.documentElement.id = "before"');
    await this.button('Save').click();
    await this.tab(title).waitFor();
    await page.locator('.tab.dirty', { hasText: title }).waitFor({ state: 'detached' });
    // An editor that moves to its new title takes the focus along, and would close a quick input.
    if (moves) await this.workbench.webview().locator('html:not(#before) main').waitFor();
  }

  /** What is typed, set and said in the form: its HTML, and the values of its inputs, which HTML does not have. */
  async content(): Promise<string> {
    const html = await this.workbench.webview().locator('html').innerHTML();
    const values = await this.workbench
      .webview()
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as { value?: string }).value ?? ''));
    return [html, ...values].join('\n');
  }

  /** Drops a file onto the form, as far as the form hears of it. */
  async dropFile(name: string, content: string): Promise<void> {
    const main = this.workbench.webview().locator('main');
    const dataTransfer = await main.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
      return transfer;
    })()`);
    await main.dispatchEvent('drop', { dataTransfer });
  }

  /** Holds the form against the accessibility rules of axe-core. */
  async assertAccessible(): Promise<void> {
    const element = await this.workbench.webview().locator('main').elementHandle();
    const frame = await element.ownerFrame();
    assert.ok(frame);
    // Evaluated from outside, for the form's own policy allows no script but its own.
    await frame.evaluate(`${axe.source}; undefined`);
    const violations = await frame.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    assert.deepEqual(violations, []);
  }
}

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

  /** Clicks Save once VS Code has heard of the changes, and waits until it says that they are saved. */
  async save(): Promise<void> {
    const { page } = this.workbench;
    await page.locator('.tab.active.dirty').waitFor();
    await this.button('Save').click();
    await page.locator('.tab.active:not(.dirty)').waitFor();
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
}

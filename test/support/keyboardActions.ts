import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** What a person does in a workbench who has no mouse: nothing here clicks, hovers or focuses by other means. */
export class KeyboardActions {
  constructor(private readonly workbench: Workbench) {}

  press(keys: string): Promise<void> {
    return this.workbench.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.workbench.page.keyboard.type(text);
  }

  /** Types in the place of what the input that has the focus holds. */
  async replace(text: string): Promise<void> {
    // Not Select All: in a webview VS Code runs it once more by itself, some keys later.
    await this.press('Home');
    await this.press('Shift+End');
    await this.type(text);
  }

  /** Runs a command from the command palette, by the whole title that it shows. */
  async command(title: string): Promise<void> {
    await this.workbench.focusSettles();
    await this.press('F1');
    await this.pick(title);
  }

  /** Types into the quick input that is open and picks the entry of this label. */
  async pick(label: string): Promise<void> {
    const { quickInput } = this.workbench;
    await quickInput.locator('input.input:focus').waitFor();
    // At once, as from a dictionary: VS Code searches all its commands at each key.
    await this.workbench.page.keyboard.insertText(label);
    const rows = quickInput.locator('.monaco-list-row');
    await rows.locator('.label-name').getByText(label, { exact: true }).first().waitFor();
    const wanted = rows.filter({ has: this.workbench.page.getByText(label, { exact: true }) });
    await this.until(wanted.and(quickInput.locator('.focused')), 'ArrowDown');
    await this.press('Enter');
  }

  /** Replaces what the quick input of this title holds, and goes on. */
  async answer(title: string, text: string): Promise<void> {
    const { quickInput } = this.workbench;
    await quickInput.getByText(title).waitFor();
    await quickInput.locator('input.input:focus').waitFor();
    await this.replace(text);
    await this.press('Enter');
  }

  /** Moves the focus in the Connections view to the item of this name. */
  async focusConnection(name: string): Promise<void> {
    const item = this.workbench.connectionItem(name);
    const focus = 'Flow Connections: Focus on Connections View';
    await this.command(focus);
    await item.waitFor();
    // VS Code 1.100.3 gives the focus to no view that is still being filled.
    const focused = this.workbench.page.locator('.part.sidebar .monaco-list:focus');
    if ((await focused.count()) === 0) await this.command(focus);
    await focused.waitFor();
    await this.press('Home');
    await this.until(item.and(focused.locator('.focused')), 'ArrowDown');
  }

  /** Opens the context menu of the item that has the focus in the Connections view, and picks an entry. */
  async menu(entry: string): Promise<void> {
    await this.press('Shift+F10');
    const item = this.workbench.page.getByRole('menuitem', { name: entry, exact: true });
    await item.waitFor();
    await this.until(item.and(this.workbench.page.locator(':focus')), 'ArrowDown');
    await this.press('Enter');
    await item.waitFor({ state: 'detached' });
  }

  /** Answers the dialog that is open. */
  async button(name: string): Promise<void> {
    const button = this.workbench.dialog.getByRole('button', { name, exact: true });
    await button.waitFor();
    await this.until(button.and(this.workbench.page.locator(':focus')), 'Tab');
    await this.press('Enter');
    await button.waitFor({ state: 'detached' });
  }

  /** Presses a key until something is there. */
  until(there: Locator, key: string): Promise<void> {
    return this.workbench.until(there, () => this.press(key));
  }
}

import * as vscode from 'vscode';
import type { Choose } from '../core/ports';
import { asTitle, visibly, withoutIcons } from '../core/shownText';
import { asMessage, inform } from './notify';

/**
 * What commands ask the user; undefined whenever they decline or close it. Tests put their own answers in its place. Names
 * in it come from files that anybody may have written: in the window they are text, never a link, an icon or a line more.
 */
export interface Ask {
  /** In a modal dialog. */
  readonly choose: Choose;
  /** Tells of something done, in a notification that stays until it is answered. */
  tell(message: string, ...choices: readonly string[]): Promise<string | undefined>;
  text(options: vscode.InputBoxOptions): Promise<string | undefined>;
  pick<T extends vscode.QuickPickItem>(
    items: readonly T[],
    options: vscode.QuickPickOptions,
  ): Promise<T | undefined>;
  pickMany<T extends vscode.QuickPickItem>(
    items: readonly T[],
    options: vscode.QuickPickOptions,
  ): Promise<readonly T[] | undefined>;
}

export const askInWindow: Ask = {
  /** A dialog whose buttons are below the screen can't be answered. */
  async choose({ message, detail, choices }) {
    const shown = choices.map((choice) => asTitle(choice));
    const lines = visibly(detail).split('\n');
    const options = { modal: true, detail: lines.map((line) => asTitle(line)).join('\n') };
    const answer = await vscode.window.showWarningMessage(asTitle(asMessage(message)), options, ...shown);
    return answer === undefined ? undefined : choices[shown.indexOf(answer)];
  },
  tell: inform,
  text: async (options) => vscode.window.showInputBox(plainBox(options)),
  async pick(items, options) {
    const answer = await vscode.window.showQuickPick(items.map(toShown), plainTexts(options));
    return answer?.item;
  },
  async pickMany(items, options) {
    const shown = items.map(toShown);
    const answers = await vscode.window.showQuickPick(shown, {
      ...plainTexts(options),
      canPickMany: true as const,
    });
    return answers?.map(({ item }) => item);
  },
};

/** An item has its icon in `iconPath`; what looks like one in its texts is text. */
function toShown<T extends vscode.QuickPickItem>(item: T) {
  const plain = (text: string) => withoutIcons(asTitle(text));
  return {
    ...(item as vscode.QuickPickItem),
    label: plain(item.label),
    ...(item.description !== undefined && { description: plain(item.description) }),
    ...(item.detail !== undefined && { detail: plain(item.detail) }),
    item,
  };
}

function plainBox(options: vscode.InputBoxOptions): vscode.InputBoxOptions {
  if (!options.validateInput) return plainTexts(options);
  return {
    ...plainTexts(options),
    async validateInput(value) {
      const found = await options.validateInput?.(value);
      if (typeof found === 'string') return asMessage(found);
      return found && { ...found, message: asMessage(found.message) };
    },
  };
}

/** The same options with texts that hold no link. */
function plainTexts<T extends { title?: string; prompt?: string; placeHolder?: string }>(options: T): T {
  const { title, prompt, placeHolder } = options;
  return {
    ...options,
    ...(title !== undefined && { title: asMessage(title) }),
    ...(prompt !== undefined && { prompt: asMessage(prompt) }),
    ...(placeHolder !== undefined && { placeHolder: asMessage(placeHolder) }),
  };
}

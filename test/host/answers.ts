import type * as vscode from 'vscode';
import type { Choice } from '../../src/core/ports';
import type { Ask } from '../../src/host/ask';

/** Answers in the place of a person, and what was asked. */
export class Answers implements Ask {
  readonly asked: Choice[] = [];
  readonly told: string[] = [];
  readonly validated: unknown[] = [];
  listed: readonly vscode.QuickPickItem[] = [];
  button: string | undefined;
  toast: string | undefined;
  typed: string | undefined;
  picked: string | undefined;
  #tolds: (() => void)[] = [];

  choose = (question: Choice) => {
    this.asked.push(question);
    return Promise.resolve(this.button);
  };
  tell = (message: string, ...choices: readonly string[]) => {
    this.told.push([message, ...choices.map((choice) => `[${choice}]`)].join(' '));
    const answer = this.toast;
    return answer === undefined
      ? Promise.resolve(undefined)
      : new Promise<string>((resolve) => this.#tolds.push(() => resolve(answer)));
  };
  /** Answers the notifications that are there. */
  answerToast(): void {
    for (const answer of this.#tolds.splice(0)) answer();
  }
  text = async (options: vscode.InputBoxOptions) => {
    const typed = this.typed ?? options.value ?? '';
    this.validated.push(await options.validateInput?.(typed));
    return typed;
  };
  pick = <T extends vscode.QuickPickItem>(items: readonly T[]) => {
    this.listed = items;
    return Promise.resolve(items.find(({ label }) => label === this.picked));
  };
  pickMany = <T extends vscode.QuickPickItem>(items: readonly T[]) => {
    this.listed = items;
    return Promise.resolve(items.filter(({ label }) => label === this.picked));
  };
}

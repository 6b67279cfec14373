import * as vscode from 'vscode';
import type { CommandId } from '../contributions';
import type { Logger } from '../core/ports';
import { fail } from './notify';

/** Registers commands; the one place where what a command throws is caught, logged and told to the user. */
export class CommandRegistry implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(private readonly log: Logger & { show(): void }) {}

  /** `handler` gets what VS Code passes: nothing from the palette, the item and the selection from a tree. */
  register(id: CommandId, handler: (...args: unknown[]) => unknown): void {
    const guarded = (...args: unknown[]) => this.run(id, () => handler(...args));
    this.#subscriptions.push(vscode.commands.registerCommand(id, guarded));
  }

  /** Does something for the user that is no command, with the same care; `what` is for the log. */
  async run(what: string, work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      this.log.error(what, error);
      await this.#tell();
    }
  }

  async #tell(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const answer = await fail(vscode.l10n.t('That did not work. The log says why.'), showLog);
    if (answer === showLog) this.log.show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../contributions';
import type { Logger } from '../core/ports';

/** Registers commands; the one place where what a command throws is caught, logged and told to the user. */
export class CommandRegistry implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(private readonly log: Logger & { show(): void }) {}

  /** `handler` gets what VS Code passes: nothing from the palette, the item and the selection from a tree. */
  register(id: CommandId, handler: (...args: unknown[]) => unknown): void {
    const guarded = async (...args: unknown[]) => {
      try {
        await handler(...args);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return;
        this.log.error(id, error);
        await this.#tell();
      }
    };
    this.#subscriptions.push(vscode.commands.registerCommand(id, guarded));
  }

  async #tell(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t('That did not work. The log says why.'),
      showLog,
    );
    if (answer === showLog) this.log.show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Runs one of our own commands from a place that is not a command itself. */
export function runCommand(id: keyof typeof commandIds, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(commandIds[id], ...args);
}

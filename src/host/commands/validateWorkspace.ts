import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { describeCounts } from '../../core/validation/describeCounts';
import { localize } from '../localize';
import type { CommandServices } from './commandServices';
import { showStatus } from '../notify';

/** Validates every flow file and connections file of the workspace, and shows the Problems panel if there are any. */
export function registerValidateWorkspace({ registry, diagnostics }: CommandServices): void {
  registry.register(commandIds.validateWorkspace, async () => {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking flow files'),
      cancellable: true,
    };
    const result = await vscode.window.withProgress(options, (progress, token) => {
      let shown = 0;
      return diagnostics.workspace.validateAll(({ done, total }) => {
        const percent = Math.floor((100 * done) / total);
        if (percent === shown && done > 0) return;
        progress.report({ increment: percent - shown, message: vscode.l10n.t('{0} of {1}', done, total) });
        shown = percent;
      }, token);
    });
    if (!result) return;
    const { files, problems } = result;
    showStatus(describeCounts(files, problems, localize), 10_000);
    if (problems.length > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { severities, type Severity } from '../../core/validation/problem';
import type { CommandServices } from './commandServices';

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
    const count = (wanted: Severity) => result.problems.filter(({ severity }) => severity === wanted).length;
    const [errors, warnings, notes, hints] = severities.map(count);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t(
        '{0} files checked: {1} errors, {2} warnings, {3} notes',
        result.files,
        errors ?? 0,
        warnings ?? 0,
        (notes ?? 0) + (hints ?? 0),
      ),
      10_000,
    );
    if (result.problems.length > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

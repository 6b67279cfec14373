import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { offeredForms } from '../../core/connection/types';
import { newConnection } from '../editor/openConnectionEditor';
import { localize } from '../localize';
import type { CommandServices } from './commandServices';
import { pickProject } from './pickConnection';

export function registerNewConnection({ registry, index, random }: CommandServices): void {
  registry.register(commandIds.newConnection, async () => {
    await index.start();
    if (index.possibleProjects.length === 0) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Open a folder first: a Connection is registered in a file of its project.'),
      );
      return;
    }
    const owner = await pickProject(
      index.possibleProjects,
      vscode.l10n.t('The project of the new Connection'),
    );
    const form = owner && (await pickForm());
    if (form) await newConnection(owner, form, random.uuid());
  });
}

/** Lets the user choose a type; the only one is not asked for. */
async function pickForm() {
  const forms = offeredForms(localize);
  if (forms.length === 1) return forms[0];
  const items = forms.map((form) => ({ label: form.label, description: form.sends ?? '', form }));
  const placeHolder = vscode.l10n.t('The type of the new Connection');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.form;
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { CommandServices } from './commandServices';
import { pickProject } from './pickConnection';
import { inform } from '../notify';

export function registerOpenConnectionsFile(services: CommandServices): void {
  const { registry, index, repository } = services;
  registry.register(commandIds.openConnectionsFile, async () => {
    await index.start();
    const withFile = index.projects.filter(({ project }) => project.file);
    if (withFile.length === 0) {
      await inform(vscode.l10n.t('There is no connections file yet. Registering a Connection makes it.'));
      return;
    }
    const owner = await pickProject(
      services.ask,
      withFile,
      vscode.l10n.t('The project whose connections file to open'),
    );
    if (owner) await vscode.window.showTextDocument(repository.uriOf(owner));
  });
}

import * as vscode from 'vscode';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import type { FormActions } from '../../core/draft/formSession';
import type { Confirm } from '../../core/ports';
import { copyText } from '../copyText';
import { openUse } from '../openUse';
import type { WorkspaceIndex } from '../workspaceIndex';
import { copyFieldValue, fillFieldFromFile, fillFromServiceAccountFile } from './fieldActions';

export interface FormActionServices {
  readonly index: WorkspaceIndex;
  readonly confirm: Confirm;
  /** Does something for the user; what fails is logged and told. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

/** What a form can ask for that has nothing to do with saving. */
export function formActionsOf(
  document: ConnectionDocument,
  services: FormActionServices,
): Pick<
  FormActions,
  'copyReferenceId' | 'copyField' | 'fillFieldFromFile' | 'fillFromServiceAccount' | 'openUse' | 'reload'
> {
  const { run, confirm } = services;
  const fill = async (work: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    let filled: readonly string[] = [];
    await run('Reading a file', async () => {
      filled = await work();
    });
    return filled;
  };
  return {
    copyReferenceId: () => run('Copying', () => copyText(document.draft.referenceId)),
    copyField: (name) => run('Copying a value', () => copyFieldValue(document, name, confirm)),
    fillFieldFromFile: (name) => fill(() => fillFieldFromFile(document, name)),
    fillFromServiceAccount: () => fill(() => fillFromServiceAccountFile(document)),
    openUse: async (index) => {
      const { uses, target } = document.entry;
      const located = uses[index];
      const owner = services.index.findProject(target.folder, target.connectionsPath);
      if (located && owner) await run('Opening a node', () => openUse(owner.folder, located));
    },
    // The form that says it has the focus, so its editor is the active one.
    reload: async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },
  };
}

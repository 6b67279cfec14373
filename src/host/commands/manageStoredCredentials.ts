import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { compareNames } from '../../core/connection/connectionsFile';
import type {
  CredentialKey,
  StoredCredentials,
  TakenCredentials,
} from '../../core/connection/credentialVault';
import { typeLabel } from '../../core/connection/types';
import { connectionsFileLabel } from '../connectionsFileLabel';
import { formatDate, localize } from '../localize';
import type { CommandServices } from './commandServices';
import { fail, inform } from '../notify';

interface StoredProject {
  readonly fileId: string;
  readonly name: string;
  readonly entries: readonly StoredCredentials[];
}

interface StoredItem extends vscode.QuickPickItem {
  readonly entries: readonly StoredCredentials[];
}

/** Lists what is stored on this machine, of projects that are not open too, and deletes what is ticked. */
export function registerManageStoredCredentials(services: CommandServices): void {
  services.registry.register(commandIds.manageStoredCredentials, async () => {
    await services.index.start();
    await services.vault.settle(registeredKeys(services));
    const projects = toProjects(services.vault.list());
    if (projects.length === 0) {
      void inform(
        services.vault.seesMachine
          ? vscode.l10n.t('No credentials are stored on this machine.')
          : vscode.l10n.t('No credentials are stored on this machine in this profile.'),
      );
      return;
    }
    const picked = await services.ask.pickMany(projects.flatMap(toItems), {
      title: vscode.l10n.t('Stored Credentials'),
      placeHolder: vscode.l10n.t('Tick what to delete from this machine'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    const chosen = new Set((picked ?? []).flatMap(({ entries }) => entries));
    if (chosen.size > 0) await deleteChosen([...chosen], projects, services);
  });
}

/** What the open projects register: an entry that another window has written over is found again by these. */
function registeredKeys({ index }: CommandServices): CredentialKey[] {
  return index.projects.flatMap(({ project }) => {
    const fileId = project.file?.id;
    return fileId ? [...project.registered.keys()].map((referenceId) => ({ fileId, referenceId })) : [];
  });
}

async function deleteChosen(
  chosen: readonly StoredCredentials[],
  projects: readonly StoredProject[],
  services: CommandServices,
): Promise<void> {
  const { ask, tree } = services;
  const agree = vscode.l10n.t('Delete');
  const what = describe(chosen, projects);
  const answer = await ask.choose({
    message: vscode.l10n.t('Delete {0} from this machine?', what),
    detail: vscode.l10n.t('The Connections stay registered, and flow files aren’t changed.'),
    choices: [agree],
  });
  if (answer !== agree) return;
  const { taken, kept } = await deleteAll(chosen, services);
  tree.refresh();
  if (kept.length > 0) {
    const names = kept.map(nameOf).join(', ');
    void fail(vscode.l10n.t('Could not be deleted from this machine: {0}. The log says why.', names));
  }
  const gone = chosen.filter((one) => !kept.includes(one));
  if (gone.length > 0) offerUndo(describe(gone, projects), taken, services);
}

/** One that can't be deleted leaves the others their turn. */
async function deleteAll(chosen: readonly StoredCredentials[], { vault, log }: CommandServices) {
  const taken: TakenCredentials[] = [];
  const kept: StoredCredentials[] = [];
  for (const one of chosen) {
    const { fileId, referenceId } = one;
    try {
      const deleted = await vault.delete({ fileId, referenceId });
      if (deleted) taken.push(deleted);
    } catch (error) {
      log.error('Deleting credentials', error);
      kept.push(one);
    }
  }
  return { taken, kept };
}

/** Not awaited: the notification stays until somebody answers it. */
function offerUndo(
  what: string,
  taken: readonly TakenCredentials[],
  { ask, vault, tree, registry }: CommandServices,
): void {
  void registry.run('Undo', async () => {
    const undo = vscode.l10n.t('Undo');
    if ((await ask.tell(vscode.l10n.t('Deleted {0} from this machine.', what), undo)) !== undo) return;
    for (const one of taken) await vault.restore(one);
    tree.refresh();
  });
}

/** `14 credentials of ‘Sales (prod)’`. */
function describe(chosen: readonly StoredCredentials[], projects: readonly StoredProject[]): string {
  const names = projects
    .filter(({ fileId }) => chosen.some((one) => one.fileId === fileId))
    .map(({ name }) => `‘${name}’`);
  const [only] = chosen;
  if (only && chosen.length === 1)
    return vscode.l10n.t('the credentials of “{0}” of {1}', nameOf(only), names.join(', '));
  return vscode.l10n.t('{0} credentials of {1}', chosen.length, names.join(', '));
}

function toProjects(stored: readonly StoredCredentials[]): StoredProject[] {
  const ids = [...new Set(stored.map(({ fileId }) => fileId))];
  return ids
    .map((fileId) => {
      const entries = stored
        .filter((entry) => entry.fileId === fileId)
        .sort((a, b) => compareNames(nameOf(a), nameOf(b)));
      const label = entries.find((entry) => entry.label)?.label;
      return {
        fileId,
        name: label?.project ?? vscode.l10n.t('unknown project {0}', fileId.slice(0, 8)),
        entries,
      };
    })
    .sort((a, b) => compareNames(a.name, b.name));
}

function toItems({ name, entries }: StoredProject): StoredItem[] {
  const separator = { label: name, kind: vscode.QuickPickItemKind.Separator, entries: [] };
  const all = {
    label: vscode.l10n.t('Everything of ‘{0}’', name),
    description: String(entries.length),
    entries,
  };
  return [separator, ...(entries.length > 1 ? [all] : []), ...entries.map(toItem)];
}

function toItem(entry: StoredCredentials): StoredItem {
  const dates = Object.values(entry.setOn).sort();
  const latest = dates.at(-1);
  const files = entry.files.map(connectionsFileLabel).join(', ');
  const fields = dates.length === 1 ? vscode.l10n.t('1 field') : vscode.l10n.t('{0} fields', dates.length);
  return {
    label: nameOf(entry),
    description: [
      typeLabel(entry, localize),
      fields,
      ...(latest === undefined ? [] : [vscode.l10n.t('set {0}', formatDate(latest))]),
    ].join(' · '),
    detail: files,
    entries: [entry],
  };
}

function nameOf({ label, referenceId }: StoredCredentials): string {
  return label?.name ?? referenceId;
}

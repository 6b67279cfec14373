import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { listConnections } from '../../core/connection/projectConnections';
import type { Connection } from '../../core/connection/connection';
import { typeLabel } from '../../core/connection/types';
import { baseName, parentFolder } from '../../core/flow/filePlace';
import { shortReferenceId } from '../../core/flow/referenceId';
import { exportPackage } from '../../core/package/exportPackage';
import { toConnectionNodes } from '../connectionArgument';
import { localize } from '../localize';
import { readIfThere } from '../readIfThere';
import { describeUnwritten } from '../replaceFile';
import type { LocatedProject } from '../workspaceIndex';
import type { CommandServices } from './commandServices';
import { pickProject } from './pickConnection';
import { fail, inform, showStatus } from '../notify';

interface Chosen {
  readonly owner: LocatedProject;
  readonly connections: readonly Connection[];
}

/** Writes Connections to a package without credentials: those selected in the view, all of a project, or a choice. */
export function registerExport(services: CommandServices): void {
  const { registry, index } = services;
  registry.register(commandIds.exportAsPackage, async (node, nodes) => {
    const chosen = toConnectionNodes(index, node, nodes);
    const owner = chosen[0]?.owner;
    if (!owner) return;
    if (chosen.some((one) => one.owner.id !== owner.id)) {
      await inform(vscode.l10n.t('A package holds the Connections of one project. Select those of one.'));
      return;
    }
    const connections = chosen.flatMap((one) => (one.kind === 'declared' ? [one.entry.connection] : []));
    if (connections.length === 0) {
      await inform(vscode.l10n.t('What has no name yet can’t be exported. Register it first.'));
      return;
    }
    await write({ owner, connections }, services);
  });
  registry.register(commandIds.exportAll, async () => {
    const all = await chooseProject(services);
    if (all) await write(all, services);
  });
  registry.register(commandIds.exportConnections, async () => {
    const all = await chooseProject(services);
    const chosen = all && (await chooseConnections(all, services));
    if (chosen) await write(chosen, services);
  });
}

async function chooseProject({ index, ask }: CommandServices): Promise<Chosen | undefined> {
  await index.start();
  const all = index.projects.flatMap((owner) => {
    const connections = listConnections(owner.project).declared.map(({ connection }) => connection);
    return connections.length > 0 ? [{ owner, connections }] : [];
  });
  if (all.length === 0) {
    await inform(
      vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
    );
    return undefined;
  }
  const owner = await pickProject(
    ask,
    all.map((one) => one.owner),
    vscode.l10n.t('The project whose Connections to export'),
  );
  return all.find((one) => one.owner === owner);
}

async function chooseConnections(
  { owner, connections }: Chosen,
  { ask }: CommandServices,
): Promise<Chosen | undefined> {
  const items = connections.map((connection) => ({
    label: connection.name,
    description: `${typeLabel(connection, localize)} · ${shortReferenceId(connection.referenceId)}`,
    picked: true,
    connection,
  }));
  const picked = await ask.pickMany(items, {
    title: vscode.l10n.t('Export Connections as Package'),
    placeHolder: vscode.l10n.t('The Connections to export'),
    matchOnDescription: true,
  });
  if (!picked || picked.length === 0) return undefined;
  return { owner, connections: picked.map(({ connection }) => connection) };
}

async function write(chosen: Chosen, services: CommandServices): Promise<void> {
  const { owner, connections } = chosen;
  if (!(await agree(connections.length, services))) return;
  const folder = parentFolder(parentFolder(owner.project.connectionsPath));
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export as Package'),
    defaultUri: vscode.Uri.joinPath(owner.folder.uri, folder, fileName(chosen)),
    filters: { [vscode.l10n.t('Package')]: ['zip'] },
  });
  if (!uri) return;
  const createdAt = services.clock.now();
  const source = { project: owner.project.name, connections, createdAt };
  // Not with the extension: the library's tables would be a third of the time of its start.
  const { writeZip } = await import('../../platform/writeZip');
  const content = writeZip(exportPackage(source, await services.loadCatalog()), createdAt);
  const outcome = await services.replaceFile(uri, await readIfThere(uri), content);
  const name = baseName(uri.path);
  if (outcome !== 'written') {
    await fail(describeUnwritten(outcome, uri));
    return;
  }
  const message =
    connections.length === 1
      ? vscode.l10n.t('Exported 1 Connection to {0}, without credentials', name)
      : vscode.l10n.t('Exported {0} Connections to {1}, without credentials', connections.length, name);
  showStatus(message);
}

/** Says what it is before there is a file. */
async function agree(count: number, { ask }: CommandServices): Promise<boolean> {
  const picked = await ask.pick(
    [
      {
        label: vscode.l10n.t('Without Credentials'),
        iconPath: new vscode.ThemeIcon('package'),
        detail: vscode.l10n.t('Safe to commit. For Flow Connections only: Cognigy.AI can’t import it.'),
      },
    ],
    {
      title:
        count === 1
          ? vscode.l10n.t('Export 1 Connection as Package')
          : vscode.l10n.t('Export {0} Connections as Package', count),
    },
  );
  return picked !== undefined;
}

function fileName({ owner, connections }: Chosen): string {
  const [only, ...others] = connections;
  const name = only && others.length === 0 ? only.name : owner.project.name;
  return `${name.replaceAll(/[\\/:*?"<>|]+/g, '-')}.connections.zip`;
}

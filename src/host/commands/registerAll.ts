import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { Connection } from '../../core/connection/connection';
import { useCount } from '../../core/connection/describeUses';
import { listConnections, type UndeclaredConnection } from '../../core/connection/projectConnections';
import { suggestNames } from '../../core/connection/suggestNames';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId } from '../../core/flow/referenceId';
import { localize } from '../localize';
import type { Ask } from '../ask';
import { saveRegistered } from '../saveRegistered';
import { isOwnedNode } from '../tree/treeNode';
import type { LocatedProject } from '../workspaceIndex';
import type { CommandServices } from './commandServices';
import { pickProject } from './pickConnection';
import { inform } from '../notify';

/** Registers all that flows of a project use and nobody declares, under proposed names, in one write. */
export function registerRegisterAll(services: CommandServices): void {
  const { registry, index, repository } = services;
  registry.register(commandIds.registerAll, async (node) => {
    await index.start();
    const open = index.projects.filter(({ project }) => listConnections(project).undeclared.length > 0);
    if (open.length === 0) {
      await inform(vscode.l10n.t('Every Connection that these flows use is registered.'));
      return;
    }
    const owner = isOwnedNode(node)
      ? (open.find(({ id }) => id === node.owner.id) ?? node.owner)
      : await pickProject(services.ask, open, vscode.l10n.t('The project whose Connections to register'));
    const connections = owner && (await choose(owner, services.ask));
    if (owner && connections) await saveRegistered(repository, owner, connections);
  });
}

async function choose(owner: LocatedProject, ask: Ask): Promise<Connection[] | undefined> {
  const { declared, undeclared } = listConnections(owner.project);
  const names = suggestNames(
    undeclared,
    declared.map(({ connection }) => connection.name),
  );
  const items = undeclared.map((entry) => toItem(entry, names.get(entry.referenceId) ?? entry.referenceId));
  const picked = await ask.pickMany(items, {
    title: vscode.l10n.t('Register All'),
    placeHolder: vscode.l10n.t(
      'Registers these under the names shown, without credentials. Rename them when you like.',
    ),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ connection }) => connection);
}

function toItem(entry: UndeclaredConnection, name: string) {
  const { referenceId, connectionType, uses } = entry;
  const labels = [...new Set(uses.map(({ use }) => use.nodeLabel))];
  const { extension, type } = connectionType;
  const connection: Connection = { referenceId, name, extension, type, isTemporary: false };
  return {
    label: name,
    description: `${typeLabel(connectionType, localize)} · ${shortReferenceId(referenceId)} · ${useCount(uses, localize)}`,
    detail: labels.slice(0, 3).join(', ') + (labels.length > 3 ? ', …' : ''),
    picked: true,
    connection,
  };
}

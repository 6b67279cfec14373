import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';
import { connectionChoicesOf } from '../../core/language/chooseConnection';
import { isConnectionFieldPlace, type ConnectionFieldPlace } from '../connectionPlace';
import { newTarget } from '../editor/connectionEditors';
import { ownerOfFlow } from '../fileOwner';
import { goToOwner } from '../goToOwner';
import { editByQuestions } from '../quickForm/editByQuestions';
import type { LocatedProject } from '../workspaceIndex';
import type { CommandServices } from './commandServices';
import { pickProject } from './pickConnection';
import { pickType } from './pickType';
import { inform } from '../notify';

/**
 * New Connection in its form, and by one question after another. With a field of a node, the Connection is of the
 * type that it takes, and its ID is put there.
 */
export function registerNewConnection(services: CommandServices): void {
  const { registry, index, random, newConnections } = services;
  registry.register(commandIds.newConnection, async (place) => {
    await index.start();
    if (isConnectionFieldPlace(place)) {
      await openFor(place, services);
      return;
    }
    const picked = await pickProjectAndType(services);
    if (picked) await newConnections.open(picked.owner, picked.type);
  });
  registry.register(commandIds.newConnectionByQuestions, async () => {
    const picked = await pickProjectAndType(services);
    if (!picked) return;
    const title = vscode.l10n.t('New Connection');
    await editByQuestions(services, newTarget(picked.owner, picked.type, random.uuid()), title, 'all');
  });
}

async function openFor(place: ConnectionFieldPlace, services: CommandServices): Promise<void> {
  const { index, documents, loadCatalog, newConnections } = services;
  const document = await vscode.workspace.openTextDocument(place.uri);
  const choices = connectionChoicesOf(documents.read(document), place.address, await loadCatalog());
  const field = choices?.allFields.find(({ key }) => key === place.key);
  const uri = choices && field && (await goToOwner(services, place.uri, choices.node));
  const found = uri && ownerOfFlow(index, uri);
  if (field && found) await newConnections.open(found.owner, field.connectionType, { ...place, uri });
}

async function pickProjectAndType({
  index,
  ask,
  loadCatalog,
}: CommandServices): Promise<{ owner: LocatedProject; type: ConnectionTypeKey } | undefined> {
  await index.start();
  if (index.possibleProjects.length === 0) {
    await inform(vscode.l10n.t('Open a folder first: a Connection is registered in a file of its project.'));
    return undefined;
  }
  const owner = await pickProject(
    ask,
    index.possibleProjects,
    vscode.l10n.t('The project of the new Connection'),
  );
  const type = owner && (await pickType(await loadCatalog(), ask));
  return type && { owner, type };
}

import * as vscode from 'vscode';
import type { Connection } from '../../core/connection/connection';
import type { CredentialKey } from '../../core/connection/credentialVault';
import { findConnection, type LocatedUse } from '../../core/connection/projectConnections';
import { toConnectionNode } from '../connectionArgument';
import { referenceIdOf, type ConnectionNode } from '../tree/treeNode';
import type { LocatedProject } from '../workspaceIndex';
import type { CommandServices } from './commandServices';
import { connectionUnderCursor } from './idUnderCursor';
import { pickConnection } from './pickConnection';
import { inform } from '../notify';

/** A Connection of a connections file, which is ours to change. */
export interface RegisteredConnection {
  readonly owner: LocatedProject;
  readonly connection: Connection;
  readonly uses: readonly LocatedUse[];
}

export interface RegisteredQuestion {
  readonly placeHolder: string;
  /** What to say when there is none that fits. */
  readonly none?: string;
  /** Which of them the list offers; all of them when absent. */
  readonly fits?: (connection: Connection) => boolean;
}

/**
 * The registered Connections that a command is for: the items it is called on, else the one under the cursor, else a
 * pick. Says so where one is only declared by a file from Cognigy.AI; none then.
 */
export async function chooseRegistered(
  services: CommandServices,
  [item, items]: readonly unknown[],
  { placeHolder, none, fits = () => true }: RegisteredQuestion,
): Promise<RegisteredConnection[]> {
  const { index } = services;
  await index.start();
  const all: readonly unknown[] = Array.isArray(items) && items.length > 0 ? items : [item];
  const given = all.flatMap((one) => toConnectionNode(index, one) ?? []);
  const here = given.length > 0 ? undefined : await connectionUnderCursor(services);
  const nodes = given.length > 0 ? given : here ? [here] : await pick();
  const found = nodes.flatMap((node) => toRegistered(services, node) ?? []);
  if (found.length === nodes.length) return found;
  tellReadOnly(nodes.find((node) => !toRegistered(services, node)));
  return [];

  async function pick(): Promise<ConnectionNode[]> {
    const picked = await pickConnection(services, {
      placeHolder,
      none:
        none ?? vscode.l10n.t('No Connection is registered here yet. Register one in the Connections view.'),
      fits: (node) => node.kind === 'declared' && node.entry.isRegistered && fits(node.entry.connection),
    });
    return picked ? [picked] : [];
  }
}

/** What credentials are stored under; undefined while the file has no id. */
export function credentialKey({ owner, connection }: RegisteredConnection): CredentialKey | undefined {
  const fileId = owner.project.file?.id;
  return fileId ? { fileId, referenceId: connection.referenceId } : undefined;
}

/** As it is now: an item of the view may be older. */
function toRegistered({ index }: CommandServices, node: ConnectionNode): RegisteredConnection | undefined {
  const { folder, project } = node.owner;
  const owner = index.findProject(folder.uri.toString(), project.connectionsPath);
  const entry = owner && findConnection(owner.project, referenceIdOf(node));
  if (!owner || entry?.kind !== 'declared' || !entry.isRegistered) return undefined;
  return { owner, connection: entry.connection, uses: entry.uses };
}

function tellReadOnly(node: ConnectionNode | undefined): void {
  if (!node) return;
  const sentence =
    node.kind === 'declared' && !node.entry.isRegistered
      ? vscode.l10n.t(
          '“{0}” is declared by a file from Cognigy.AI and is read-only here. Register it first.',
          node.entry.connection.name,
        )
      : vscode.l10n.t(
          'The Connection {0} is not registered in this project. Register it first.',
          referenceIdOf(node),
        );
  void inform(sentence);
}

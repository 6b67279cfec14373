import * as vscode from 'vscode';
import type { Connection } from '../core/connection/connection';
import type { ConnectionsFileRepository } from './connectionsFileRepository';
import type { LocatedProject } from './workspaceIndex';
import { fail, showStatus } from './notify';

/** Writes Connections in one go, and says so for a moment, or why not. */
export async function saveRegistered(
  repository: ConnectionsFileRepository,
  owner: LocatedProject,
  connections: readonly Connection[],
): Promise<void> {
  if (connections.length === 0) return;
  const outcome = await repository.saveAll(owner, connections);
  if (outcome.kind === 'refused') await fail(outcome.sentence);
  if (outcome.kind !== 'saved') return;
  const [only, ...others] = connections;
  const message =
    only && others.length === 0
      ? vscode.l10n.t('Registered “{0}”', only.name)
      : vscode.l10n.t('Registered {0} Connections', connections.length);
  showStatus(message);
}

import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { checkName, hintOfName } from '../../core/connection/connectionDraft';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import { chooseRegistered, type RegisteredConnection } from './chooseRegistered';
import type { CommandServices } from './commandServices';
import { fail, showStatus } from '../notify';

/** Gives a Connection another name, in the connections file alone: flow files name it by its Reference ID. */
export function registerRenameConnection(services: CommandServices): void {
  const work = async (...args: unknown[]) => {
    const placeHolder = vscode.l10n.t('The Connection to rename');
    const [found] = await chooseRegistered(services, args, { placeHolder });
    if (found) await rename(found, services);
  };
  services.registry.register(commandIds.rename, work);
  services.registry.register(commandIds.renameConnection, work);
}

async function rename(
  { owner, connection }: RegisteredConnection,
  { ask, repository }: CommandServices,
): Promise<void> {
  const title = vscode.l10n.t('Rename “{0}”', connection.name);
  const name = await askName({ ask }, owner, connection.referenceId, { title, value: connection.name });
  if (name === undefined || name === connection.name) return;
  const outcome = await repository.save(owner, { ...connection, name });
  if (outcome.kind === 'refused') await fail(outcome.sentence);
  if (outcome.kind !== 'saved') return;
  showStatus(vscode.l10n.t('Renamed to “{0}”', name));
}

/** Asks for the name of a Connection; `referenceId` is its own, so that its present name is nobody else's. */
export async function askName(
  { ask }: Pick<CommandServices, 'ask'>,
  { project }: LocatedProject,
  referenceId: string,
  options: { readonly title: string; readonly value: string },
): Promise<string | undefined> {
  const otherNames = [...project.registered.values()].flatMap((other) =>
    other.referenceId === referenceId ? [] : [other.name],
  );
  const name = await ask.text({
    ...options,
    prompt: vscode.l10n.t('Flow files name the Connection by its Reference ID and are not changed.'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const error = checkName(value.trim(), localize);
      if (error !== undefined) return error;
      const message = hintOfName(value.trim(), otherNames, localize);
      return message === undefined
        ? undefined
        : { message, severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
  return name?.trim();
}

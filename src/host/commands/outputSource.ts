import * as vscode from 'vscode';
import {
  decodeOutput,
  describeIndexTrouble,
  indexConnectionsCommand,
  readConnectionIndex,
  type ConnectionIndexReading,
} from '../../core/connection/readConnectionIndex';
import { parentFolder } from '../../core/flow/filePlace';
import { asString, isObject } from '../../core/json/narrow';
import type { Ask } from '../ask';
import { localize } from '../localize';
import { readIfThere } from '../readIfThere';
import type { LocatedProject } from '../workspaceIndex';

/** The Connections that the CLI lists. */
export type ConnectionList = Extract<ConnectionIndexReading, { kind: 'read' }>;

/** The CLI's list of a project's Connections, of a file or of what the user chooses; what can't be read is told. */
export async function readList(
  owner: LocatedProject,
  title: string,
  ask: Ask,
  file?: vscode.Uri,
): Promise<ConnectionList | undefined> {
  const output = await readOutput(owner, title, ask, file);
  if (output === undefined) return undefined;
  const reading = readConnectionIndex(output);
  if (reading.kind === 'read') return reading;
  await vscode.window.showErrorMessage(describeIndexTrouble(reading, localize));
  return undefined;
}

async function readOutput(
  owner: LocatedProject,
  title: string,
  ask: Ask,
  file?: vscode.Uri,
): Promise<string | undefined> {
  if (file) return decodeOutput(await vscode.workspace.fs.readFile(file));
  const items = [
    {
      label: `$(clippy) ${vscode.l10n.t('From the Clipboard')}`,
      detail: vscode.l10n.t('You have copied the output of ‘cognigy execute indexConnections’.'),
      read: () => vscode.env.clipboard.readText(),
    },
    {
      label: `$(file) ${vscode.l10n.t('From a File…')}`,
      detail: vscode.l10n.t('You have saved that output, in UTF-8 or as PowerShell does.'),
      read: () => readChosenFile(owner),
    },
    {
      label: `$(terminal) ${vscode.l10n.t('Type the Command into a Terminal')}`,
      detail: vscode.l10n.t('You press Enter there yourself, copy what it prints, and come back here.'),
      read: () => typeCommand(owner),
    },
  ];
  const picked = await ask.pick(items, {
    title,
    placeHolder: vscode.l10n.t('Where the list of Connections is'),
  });
  return picked?.read();
}

async function readChosenFile({ folder }: LocatedProject): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      defaultUri: folder.uri,
      title: vscode.l10n.t('The output of ‘cognigy execute indexConnections’'),
    })) ?? [];
  return file && decodeOutput(await vscode.workspace.fs.readFile(file));
}

/** Types it and leaves Enter to the user: it goes to the platform in their name. */
async function typeCommand(owner: LocatedProject): Promise<undefined> {
  const projectFolder = parentFolder(parentFolder(owner.project.connectionsPath));
  const cwd = vscode.Uri.joinPath(owner.folder.uri, projectFolder);
  const command = indexConnectionsCommand(await readProjectId(cwd), vscode.env.shell);
  const terminal = vscode.window.createTerminal({ name: 'Cognigy.AI', cwd });
  terminal.show();
  terminal.sendText(command, false);
}

/** The project's ID as the CLI's config in its folder has it. */
async function readProjectId(folder: vscode.Uri): Promise<string | undefined> {
  const bytes = await readIfThere(vscode.Uri.joinPath(folder, 'config.json'));
  try {
    const config: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return isObject(config) ? asString(config.agent) : undefined;
  } catch {
    // A broken config is the CLI's to complain of.
    return undefined;
  }
}

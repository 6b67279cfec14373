import * as vscode from 'vscode';
import { cliConfigNames, configsOf, toCliConfig, type CliConfig } from '../../core/connection/cliConfig';
import {
  decodeOutput,
  describeIndexTrouble,
  indexConnectionsCommand,
  readConnectionIndex,
  type ConnectionIndexReading,
} from '../../core/connection/readConnectionIndex';
import { parentFolder } from '../../core/flow/filePlace';
import type { Ask } from '../ask';
import { localize } from '../localize';
import { JsonDocument } from '../../core/json/jsonDocument';
import { readIfThere } from '../readIfThere';
import type { LocatedProject } from '../workspaceIndex';
import { fail } from '../notify';

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
  await fail(describeIndexTrouble(reading, localize));
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
      label: vscode.l10n.t('From the Clipboard'),
      iconPath: new vscode.ThemeIcon('clippy'),
      detail: vscode.l10n.t('You have copied the output of ‘cognigy execute indexConnections’.'),
      read: () => vscode.env.clipboard.readText(),
    },
    {
      label: vscode.l10n.t('From a File…'),
      iconPath: new vscode.ThemeIcon('file'),
      detail: vscode.l10n.t('You have saved that output, in UTF-8 or as PowerShell does.'),
      read: () => readChosenFile(owner),
    },
    {
      label: vscode.l10n.t('Type the Command into a Terminal'),
      iconPath: new vscode.ThemeIcon('terminal'),
      detail: vscode.l10n.t('You press Enter there yourself, copy what it prints, and come back here.'),
      read: () => typeCommand(owner, ask),
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
async function typeCommand(owner: LocatedProject, ask: Ask): Promise<undefined> {
  const projectFolder = parentFolder(parentFolder(owner.project.connectionsPath));
  const cwd = vscode.Uri.joinPath(owner.folder.uri, projectFolder);
  const all = await readCliConfigs(cwd);
  const [only, ...others] = configsOf(all, projectFolder, [...owner.project.flows.keys()]);
  const config = only && others.length > 0 ? await pickConfig([only, ...others], ask) : only;
  if (!config && others.length > 0) return;
  const command = indexConnectionsCommand(config, vscode.env.shell);
  const terminal = vscode.window.createTerminal({ name: 'Cognigy.AI', cwd });
  terminal.show();
  terminal.sendText(command, false);
}

async function pickConfig(configs: readonly CliConfig[], ask: Ask): Promise<CliConfig | undefined> {
  const items = configs.map((config) => ({
    label: config.fileName,
    description: config.agent,
    config,
  }));
  const placeHolder = vscode.l10n.t('The config of the environment to ask');
  return (await ask.pick(items, { placeHolder, matchOnDescription: true }))?.config;
}

async function readCliConfigs(folder: vscode.Uri): Promise<CliConfig[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = entries.flatMap(([name]) => (cliConfigNames.test(name) ? [name] : [])).sort();
  const configs = await Promise.all(
    names.map(async (name) => {
      const bytes = await readIfThere(vscode.Uri.joinPath(folder, name));
      return bytes && toCliConfig(name, new JsonDocument(decodeOutput(bytes)).value);
    }),
  );
  return configs.filter((config) => config !== undefined);
}

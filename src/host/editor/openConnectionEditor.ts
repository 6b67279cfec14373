import * as vscode from 'vscode';
import { editorIds } from '../../contributions';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { typeLabel } from '../../core/connection/types';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import { toEditorUri, type EditorTarget } from './editorTarget';

/** Opens the editor of a declared Connection, or shows the one that is open already. */
export async function editConnection(owner: LocatedProject, connection: Connection): Promise<void> {
  await open(editTarget(owner, connection), titleOf(connection.name, connection));
}

/** Opens the editor that gives a found Reference ID a name. */
export async function registerConnection(
  owner: LocatedProject,
  referenceId: string,
  type: ConnectionTypeKey,
  name: string,
): Promise<void> {
  await open({ ...placeOf(owner), type, mode: 'register', id: referenceId }, titleOf(name, type));
}

/** Opens an empty editor; `key` tells it from other new ones. */
export async function newConnection(
  owner: LocatedProject,
  type: ConnectionTypeKey,
  key: string,
): Promise<void> {
  await open(newTarget(owner, type, key), titleOf(vscode.l10n.t('New Connection'), type));
}

export function newTarget(owner: LocatedProject, type: ConnectionTypeKey, key: string): EditorTarget {
  return { ...placeOf(owner), type: { extension: type.extension, type: type.type }, mode: 'new', id: key };
}

export function editTarget(owner: LocatedProject, connection: Connection): EditorTarget {
  const { extension, type, referenceId } = connection;
  return { ...placeOf(owner), type: { extension, type }, mode: 'edit', id: referenceId };
}

/** The URI that a Connection's editor has once it is saved. */
export function savedEditorUri(target: EditorTarget, connection: Connection): vscode.Uri {
  return toEditorUri(
    { ...target, mode: 'edit', id: connection.referenceId },
    titleOf(connection.name, connection),
  );
}

/** The tab that shows an editor, whatever its title; of two, the one of this very title. */
export function findEditorTab(uri: vscode.Uri): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => isConnectionInput(input) && input.uri.query === uri.query);
  return tabs.find((tab) => isTitled(tab, uri)) ?? tabs[0];
}

/**
 * Moves an editor to the URI that says what it shows and titles its tab. For a title alone one that is not looked at
 * stays as it is; the editor of a new Connection would show another new one after a restart.
 */
export async function moveEditor(
  before: vscode.Uri,
  after: vscode.Uri,
  preserveFocus: boolean,
): Promise<void> {
  const tab = findTitledTab(before);
  if (!tab || tab.isDirty || (!tab.isActive && before.query === after.query)) return;
  // `background` is not among the options that are typed, and as old as the command.
  const options = {
    viewColumn: tab.group.viewColumn,
    preview: false,
    preserveFocus,
    background: !tab.isActive,
  };
  await vscode.commands.executeCommand('vscode.openWith', after, editorIds.connection, options);
  const left = findTitledTab(before);
  if (left && !left.isDirty && findTitledTab(after)) await vscode.window.tabGroups.close(left, true);
}

/** An editor of the same Connection by another name is another tab, for as long as both are there. */
function findTitledTab(uri: vscode.Uri): vscode.Tab | undefined {
  const tab = findEditorTab(uri);
  return tab && isTitled(tab, uri) ? tab : undefined;
}

function isTitled({ input }: vscode.Tab, { path }: vscode.Uri): boolean {
  return isConnectionInput(input) && input.uri.path === path;
}

function isConnectionInput(input: unknown): input is vscode.TabInputCustom {
  return input instanceof vscode.TabInputCustom && input.viewType === editorIds.connection;
}

function placeOf(owner: LocatedProject): Pick<EditorTarget, 'folder' | 'connectionsPath'> {
  return { folder: owner.folder.uri.toString(), connectionsPath: owner.project.connectionsPath };
}

function titleOf(name: string, type: ConnectionTypeKey): string {
  return `${name} · ${typeLabel(type, localize)}`;
}

async function open(target: EditorTarget, title: string): Promise<void> {
  const uri = toEditorUri(target, title);
  const { input } = findEditorTab(uri) ?? {};
  const shown = isConnectionInput(input) ? input.uri : uri;
  await vscode.commands.executeCommand('vscode.openWith', shown, editorIds.connection, { preview: false });
}

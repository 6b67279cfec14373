import * as vscode from 'vscode';
import { editorIds } from '../../contributions';
import { isSameType, type ConnectionTypeKey } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import type { EditorTarget } from '../../core/draft/editorTarget';
import { titleOf } from '../../core/draft/titleOf';
import { asString, isObject } from '../../core/json/narrow';
import type { StateStore } from '../../core/ports';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import { toEditorTarget, toEditorUri } from './editorUri';

/** Where it is kept what new Connections have become. */
const stateKey = 'flowConnections.savedEditors';

/** So many are remembered, of tabs that were closed too: VS Code can open those again. */
const most = 100;

/**
 * Opens the editors of Connections, and knows which tab is whose. A tab keeps its URI for as long as it is open; what a
 * new Connection has become once it is saved is kept in the state of the workspace.
 */
export class ConnectionEditors {
  constructor(private readonly state: Pick<StateStore, 'get' | 'update'>) {}

  /** Opens the editor of a declared Connection, or shows the one that is open already. */
  async edit(owner: LocatedProject, connection: Connection): Promise<void> {
    await this.#open(editTarget(owner, connection), connection.name);
  }

  /** Opens the editor that gives a found Reference ID a name. */
  async register(
    owner: LocatedProject,
    referenceId: string,
    { extension, type }: ConnectionTypeKey,
    name: string,
  ): Promise<void> {
    await this.#open(
      { ...placeOf(owner), type: { extension, type }, mode: 'register', id: referenceId },
      name,
    );
  }

  /** Opens an empty editor; `key` tells it from other new ones. */
  async create(owner: LocatedProject, type: ConnectionTypeKey, key: string): Promise<void> {
    await this.#open(newTarget(owner, type, key), undefined);
  }

  /** What the editor at a URI is for by now; undefined for a URI that we did not make. */
  targetOf(uri: vscode.Uri): EditorTarget | undefined {
    const target = toEditorTarget(uri);
    if (target?.mode !== 'new') return target;
    const referenceId = this.#saved[target.id];
    return referenceId === undefined ? target : { ...target, mode: 'edit', id: referenceId };
  }

  /** To be called once the editor of a new Connection has registered it: after a restart it is that Connection's. */
  async noteRegistered(uri: vscode.Uri, { referenceId }: Connection): Promise<void> {
    const target = toEditorTarget(uri);
    if (target?.mode !== 'new' || this.#saved[target.id] === referenceId) return;
    const others = Object.entries(this.#saved).filter(([key]) => key !== target.id);
    const kept = [...others, [target.id, referenceId] as const].slice(-most);
    await this.state.update(stateKey, Object.fromEntries(kept));
  }

  /** The tab of the editor at a URI. */
  findTab(uri: vscode.Uri): vscode.Tab | undefined {
    return editorTabs().find((tab) => tab.input.uri.toString() === uri.toString());
  }

  /** Whether a Connection's editor holds changes that were not saved. */
  hasUnsaved(owner: LocatedProject, connection: Connection): boolean {
    return this.#tabFor(editTarget(owner, connection))?.isDirty ?? false;
  }

  /** Closes the editor of a Connection that is no longer there; one with unsaved changes stays, for them to be saved. */
  async close(owner: LocatedProject, connection: Connection): Promise<void> {
    const tab = this.#tabFor(editTarget(owner, connection));
    if (tab && !tab.isDirty) await vscode.window.tabGroups.close(tab);
  }

  async #open(target: EditorTarget, name: string | undefined): Promise<void> {
    const uri = this.#tabFor(target)?.input.uri ?? toEditorUri(target, titleOf(name, target.type, localize));
    await vscode.commands.executeCommand('vscode.openWith', uri, editorIds.connection, { preview: false });
  }

  #tabFor(target: EditorTarget): (vscode.Tab & { input: vscode.TabInputCustom }) | undefined {
    return editorTabs().find(({ input }) => {
      const shown = this.targetOf(input.uri);
      return shown !== undefined && isOfSame(shown, target);
    });
  }

  /** Reference IDs by the keys of the editors that made them. */
  get #saved(): Readonly<Record<string, string | undefined>> {
    const stored = this.state.get(stateKey);
    const entries = isObject(stored) ? Object.entries(stored) : [];
    return Object.fromEntries(entries.map(([key, referenceId]) => [key, asString(referenceId)]));
  }
}

export function newTarget(owner: LocatedProject, type: ConnectionTypeKey, key: string): EditorTarget {
  return { ...placeOf(owner), type: { extension: type.extension, type: type.type }, mode: 'new', id: key };
}

export function editTarget(owner: LocatedProject, connection: Connection): EditorTarget {
  const { extension, type, referenceId } = connection;
  return { ...placeOf(owner), type: { extension, type }, mode: 'edit', id: referenceId };
}

function placeOf(owner: LocatedProject): Pick<EditorTarget, 'folder' | 'connectionsPath'> {
  return { folder: owner.folder.uri.toString(), connectionsPath: owner.project.connectionsPath };
}

/** An editor that registers a Reference ID is the editor of that Connection. */
function isOfSame(one: EditorTarget, other: EditorTarget): boolean {
  return (
    one.folder === other.folder &&
    one.connectionsPath === other.connectionsPath &&
    isSameType(one.type, other.type) &&
    (one.mode === 'new') === (other.mode === 'new') &&
    one.id === other.id
  );
}

function editorTabs(): (vscode.Tab & { input: vscode.TabInputCustom })[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isEditorTab);
}

function isEditorTab(tab: vscode.Tab): tab is vscode.Tab & { input: vscode.TabInputCustom } {
  return tab.input instanceof vscode.TabInputCustom && tab.input.viewType === editorIds.connection;
}

import * as vscode from 'vscode';
import { isSameType, type ConnectionTypeKey } from '../core/catalog/catalog';
import type { ReferenceId } from '../core/flow/referenceId';
import type { RandomSource } from '../core/ports';
import { fillField, type ConnectionFieldPlace, type PlaceServices } from './connectionPlace';
import type { ConnectionsFileRepository } from './connectionsFileRepository';
import { toEditorTarget } from './editor/editorTarget';
import { findEditorTab, newConnection } from './editor/openConnectionEditor';
import type { LocatedProject } from './workspaceIndex';

export interface NewConnectionServices extends PlaceServices {
  readonly repository: ConnectionsFileRepository;
  readonly random: RandomSource;
  /** Does something for the user and tells what goes wrong. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

interface Waiting {
  readonly owner: LocatedProject;
  readonly type: ConnectionTypeKey;
  readonly place: ConnectionFieldPlace;
  /** What was added of that type and nobody else has taken. */
  added: ReferenceId | undefined;
}

/**
 * Opens editors of new Connections, and puts what is made there into the field that it was made for. An editor that is
 * closed without having been saved fills in nothing.
 */
export class NewConnections implements vscode.Disposable {
  readonly #waiting = new Map<string, Waiting>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(private readonly services: NewConnectionServices) {
    this.#subscriptions = [
      services.repository.onDidAdd(({ owner, connection }) => {
        for (const waiting of this.#waiting.values()) {
          if (waiting.owner.id === owner.id && isSameType(waiting.type, connection))
            waiting.added = connection.referenceId;
        }
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) {
          if (input instanceof vscode.TabInputCustom) this.#takeClosed(input.uri);
        }
      }),
    ];
  }

  /** `place` is the field that the Connection is for, if there is one. */
  async open(owner: LocatedProject, type: ConnectionTypeKey, place?: ConnectionFieldPlace): Promise<void> {
    const key = this.services.random.uuid();
    if (place) this.#waiting.set(key, { owner, type, place, added: undefined });
    await newConnection(owner, type, key);
  }

  /** An editor closes with its first save, for it moves to another URI; one that moves to another group stays open. */
  #takeClosed(uri: vscode.Uri): void {
    const target = toEditorTarget(uri);
    const waiting = target?.mode === 'new' ? this.#waiting.get(target.id) : undefined;
    if (!target || !waiting || (waiting.added === undefined && findEditorTab(uri))) return;
    this.#waiting.delete(target.id);
    const { added, place } = waiting;
    if (added === undefined) return;
    for (const other of this.#waiting.values()) if (other.added === added) other.added = undefined;
    void this.services.run('Filling in a new Connection', () => fillField(place, added, this.services));
  }

  dispose(): void {
    this.#waiting.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

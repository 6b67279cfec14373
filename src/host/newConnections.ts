import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../core/catalog/catalog';
import type { Connection } from '../core/connection/connection';
import type { ReferenceId } from '../core/flow/referenceId';
import type { RandomSource } from '../core/ports';
import { fillField, type ConnectionFieldPlace, type PlaceServices } from './connectionPlace';
import { toEditorTarget } from './editor/editorTarget';
import { findEditorTab, newConnection } from './editor/openConnectionEditor';
import type { LocatedProject } from './workspaceIndex';

export interface NewConnectionServices extends PlaceServices {
  readonly random: RandomSource;
  /** Does something for the user and tells what goes wrong. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

interface Waiting {
  readonly place: ConnectionFieldPlace;
  /** Of the Connection that the editor has registered. */
  made: ReferenceId | undefined;
}

/**
 * Opens editors of new Connections, and puts what is made there into the field that it was made for. An editor that is
 * closed without having been saved fills in nothing.
 */
export class NewConnections implements vscode.Disposable {
  readonly #waiting = new Map<string, Waiting>();
  readonly #subscription: vscode.Disposable;

  constructor(private readonly services: NewConnectionServices) {
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) {
        if (input instanceof vscode.TabInputCustom) this.#takeClosed(input.uri);
      }
    });
  }

  /** `place` is the field that the Connection is for, if there is one. */
  async open(owner: LocatedProject, type: ConnectionTypeKey, place?: ConnectionFieldPlace): Promise<void> {
    const key = this.services.random.uuid();
    if (place) this.#waiting.set(key, { place, made: undefined });
    await newConnection(owner, type, key);
  }

  /** To be called with what an editor has registered. */
  note(editor: vscode.Uri, { referenceId }: Connection): void {
    const waiting = this.#waitingFor(editor);
    if (waiting) waiting.made = referenceId;
  }

  /** An editor closes with its first save, for it moves to another URI; one that moves to another group stays open. */
  #takeClosed(editor: vscode.Uri): void {
    const waiting = this.#waitingFor(editor);
    if (!waiting || (waiting.made === undefined && findEditorTab(editor))) return;
    this.#waiting.delete(toEditorTarget(editor)?.id ?? '');
    const { made, place } = waiting;
    if (made !== undefined)
      void this.services.run('Filling in a new Connection', () => fillField(place, made, this.services));
  }

  #waitingFor(editor: vscode.Uri): Waiting | undefined {
    const target = toEditorTarget(editor);
    return target?.mode === 'new' ? this.#waiting.get(target.id) : undefined;
  }

  dispose(): void {
    this.#waiting.clear();
    this.#subscription.dispose();
  }
}

import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../core/catalog/catalog';
import type { Connection } from '../core/connection/connection';
import type { RandomSource } from '../core/ports';
import { fillField, type ConnectionFieldPlace, type PlaceServices } from './connectionPlace';
import type { ConnectionEditors } from './editor/connectionEditors';
import { toEditorTarget } from './editor/editorUri';
import type { LocatedProject } from './workspaceIndex';

export interface NewConnectionServices extends PlaceServices {
  readonly editors: ConnectionEditors;
  readonly random: RandomSource;
  /** Does something for the user and tells what goes wrong. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

/** Opens editors of new Connections, and puts what is made there into the field that it was made for. */
export class NewConnections implements vscode.Disposable {
  /** Fields that wait for what an editor makes, by the key that tells it from other new ones. */
  readonly #waiting = new Map<string, ConnectionFieldPlace>();
  readonly #subscription: vscode.Disposable;

  constructor(private readonly services: NewConnectionServices) {
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) {
        if (input instanceof vscode.TabInputCustom) this.#forgetClosed(input.uri);
      }
    });
  }

  /** `place` is the field that the Connection is for, if there is one. */
  async open(owner: LocatedProject, type: ConnectionTypeKey, place?: ConnectionFieldPlace): Promise<void> {
    const key = this.services.random.uuid();
    if (place) this.#waiting.set(key, place);
    await this.services.editors.create(owner, type, key);
  }

  /** To be called with what an editor has registered. */
  note(editor: vscode.Uri, { referenceId }: Connection): void {
    const place = this.#take(editor);
    if (!place) return;
    void this.services.run('Filling in a new Connection', () => fillField(place, referenceId, this.services));
  }

  /** What is closed without a save fills in nothing; an editor that moves to another group is closed there only. */
  #forgetClosed(editor: vscode.Uri): void {
    if (!this.services.editors.findTab(editor)) this.#take(editor);
  }

  #take(editor: vscode.Uri): ConnectionFieldPlace | undefined {
    const target = toEditorTarget(editor);
    if (target?.mode !== 'new') return undefined;
    const place = this.#waiting.get(target.id);
    this.#waiting.delete(target.id);
    return place;
  }

  dispose(): void {
    this.#waiting.clear();
    this.#subscription.dispose();
  }
}

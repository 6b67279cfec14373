import type * as vscode from 'vscode';
import { isSameType } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import type { ConnectionDraft } from '../../core/connection/connectionDraft';
import { findConnection, suggestName, type LocatedUse } from '../../core/connection/projectConnections';
import { toReferenceId, type ReferenceId } from '../../core/flow/referenceId';
import { projectId, type LocatedProject, type WorkspaceIndex } from '../workspaceIndex';
import type { DocumentServices } from './documentServices';
import type { EditorTarget } from './editorTarget';
import { savedEditorUri } from './openConnectionEditor';

/** What the project's files say of the Connection that is edited, at the time of asking. */
export class DocumentEntry {
  #target: EditorTarget;
  #isTemporary = false;
  /** One for the whole life of the editor: two saves must not make two Connections. */
  readonly #newReferenceId: ReferenceId;
  readonly #index: WorkspaceIndex;

  constructor(target: EditorTarget, { index, random }: Pick<DocumentServices, 'index' | 'random'>) {
    this.#target = target;
    this.#index = index;
    const newReferenceId = toReferenceId(random.uuid());
    if (!newReferenceId) throw new Error('The random source gave no UUID.');
    this.#newReferenceId = newReferenceId;
  }

  /** What the editor was opened for; once the Connection is registered, to edit it. */
  get target(): EditorTarget {
    return this.#target;
  }

  get owner(): LocatedProject | undefined {
    return this.#index.findProject(this.target.folder, this.target.connectionsPath);
  }

  /** The id of the project, of one that is no longer open too. */
  get projectId(): string {
    return projectId(this.target.folder, this.target.connectionsPath);
  }

  /** Whether another project of the workspace has a connections file with the same id. */
  get isFileIdShared(): boolean {
    const fileId = this.owner?.project.file?.id;
    return this.#index.projects.some(
      ({ id, project }) => id !== this.projectId && project.file?.id === fileId,
    );
  }

  get isNew(): boolean {
    return this.target.mode !== 'edit';
  }

  /** The Connection as it is declared now; undefined for one that is not, or no more. */
  get connection(): Connection | undefined {
    const { owner, target } = this;
    const entry = owner && findConnection(owner.project, target.id);
    return entry?.kind === 'declared' ? entry.connection : undefined;
  }

  /** Whether the connections file holds it; what only a file from Cognigy.AI declares is not registered. */
  get isRegistered(): boolean {
    const referenceId = toReferenceId(this.target.id);
    return referenceId !== undefined && (this.owner?.project.registered.has(referenceId) ?? false);
  }

  get uses(): readonly LocatedUse[] {
    const { owner, target } = this;
    if (!owner || target.mode === 'new') return [];
    return findConnection(owner.project, target.id)?.uses ?? [];
  }

  /** The names of the project's other Connections. */
  get otherNames(): readonly string[] {
    const registered = [...(this.owner?.project.registered.values() ?? [])];
    return registered.flatMap(({ referenceId, name }) => (referenceId === this.target.id ? [] : [name]));
  }

  /** The name of the Connection that a Reference ID names already. */
  nameOf(referenceId: string): string | undefined {
    const { owner } = this;
    const taken = owner && findConnection(owner.project, referenceId);
    return taken?.kind === 'declared' ? taken.connection.name : undefined;
  }

  /** The URI that titles the editor's tab as the Connection is called now; undefined where nothing is stored. */
  get titledUri(): vscode.Uri | undefined {
    const { connection, target } = this;
    const isStored = connection && target.mode === 'edit' && isSameType(connection, target.type);
    return isStored ? savedEditorUri(target, connection) : undefined;
  }

  /** The draft that changes nothing; before there is a Connection, what is proposed for it. */
  read(): ConnectionDraft {
    const { connection, target, owner } = this;
    if (connection) this.#isTemporary = connection.isTemporary;
    const found = owner && target.mode === 'register' ? findConnection(owner.project, target.id) : undefined;
    return {
      name: connection?.name ?? (found?.kind === 'undeclared' ? suggestName(found) : ''),
      description: connection?.description ?? '',
      referenceId: target.mode === 'new' ? '' : target.id,
      fields: {},
      plainFields: connection?.plainFields ?? [],
      addedFields: [],
    };
  }

  /** The Connection that a draft makes: it was checked, so what is no Reference ID in it is empty. */
  toConnection(draft: ConnectionDraft): Connection {
    const typed = toReferenceId(draft.referenceId.trim());
    const { extension, type } = this.target.type;
    return {
      referenceId: typed ?? this.#newReferenceId,
      name: draft.name.trim(),
      extension,
      type,
      description: draft.description.trim(),
      plainFields: draft.plainFields,
      isTemporary: !typed || this.#isTemporary,
    };
  }

  /** From here on it is an edit, whatever the editor was opened for. */
  registered({ referenceId, isTemporary }: Connection): void {
    this.#target = { ...this.#target, mode: 'edit', id: referenceId };
    this.#isTemporary = isTemporary;
  }
}

import * as vscode from 'vscode';
import type { Catalog, ConnectionTypeKey } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import {
  checkDraft,
  type ConnectionDraft,
  type DraftErrors,
  type FieldChange,
} from '../../core/connection/connectionDraft';
import {
  NewerCredentialsError,
  type CredentialStatus,
  type CredentialVault,
} from '../../core/connection/credentialVault';
import { findConnection, suggestName, type LocatedUse } from '../../core/connection/projectConnections';
import { formOf } from '../../core/connection/types';
import type { ConnectionForm } from '../../core/connection/types/connectionForm';
import { toReferenceId } from '../../core/flow/referenceId';
import type { Logger, RandomSource } from '../../core/ports';
import type { TextKey } from '../../protocol/connectionEditor';
import type { ConnectionsFileRepository } from '../connectionsFileRepository';
import { localize } from '../localize';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';
import type { DraftBackup } from './draftBackup';
import type { EditorTarget } from './editorTarget';

export interface DocumentServices {
  readonly index: WorkspaceIndex;
  readonly vault: CredentialVault;
  readonly repository: ConnectionsFileRepository;
  readonly random: RandomSource;
  readonly log: Logger;
}

export type DocumentSave =
  | { readonly kind: 'saved'; readonly connection: Connection }
  | { readonly kind: 'invalid'; readonly errors: DraftErrors }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' };

/** One Connection being edited: what is stored, and the draft of what shall be. */
export class ConnectionDocument implements vscode.CustomDocument {
  readonly form: ConnectionForm;
  draft: ConnectionDraft;
  /** The values of plain fields as stored; secret ones are never held here. */
  plainValues: Readonly<Record<string, string>> = {};
  /** Credential fields that a restored draft had touched and could not keep. */
  forgotten: readonly string[] = [];
  isLost = false;
  /** Auto Save must not store a half-typed secret. */
  secretHasFocus = false;
  #saved: ConnectionDraft;

  constructor(
    readonly uri: vscode.Uri,
    public target: EditorTarget,
    catalog: Catalog,
    private readonly services: DocumentServices,
    private readonly onDispose: (document: ConnectionDocument) => void,
  ) {
    this.form = formOf(target.type, catalog, localize);
    this.#saved = this.#readSaved();
    this.draft = this.#saved;
  }

  get owner(): LocatedProject | undefined {
    return this.services.index.findProject(this.target.folder, this.target.connectionsPath);
  }

  get isNew(): boolean {
    return this.target.mode !== 'edit';
  }

  /** The Connection as it is declared now; undefined for one that is not, or no more. */
  get connection(): Connection | undefined {
    const entry = this.owner && findConnection(this.owner.project, this.target.id);
    return entry?.kind === 'declared' ? entry.connection : undefined;
  }

  get uses(): readonly LocatedUse[] {
    if (!this.owner || this.target.mode === 'new') return [];
    return findConnection(this.owner.project, this.target.id)?.uses ?? [];
  }

  get status(): CredentialStatus {
    const fileId = this.owner?.project.file?.id;
    if (fileId === undefined || this.target.mode === 'new') return { kind: 'none' };
    return this.services.vault.status({ fileId, referenceId: this.target.id }, this.target.type);
  }

  /** Reads what is stored and drops the draft. */
  async load(): Promise<void> {
    await this.services.index.start();
    this.#saved = this.#readSaved();
    this.draft = this.#saved;
    this.forgotten = [];
    this.plainValues = {};
    this.isLost = false;
    const fileId = this.owner?.project.file?.id;
    if (fileId === undefined || this.target.mode === 'new') return;
    const reading = await this.services.vault.read({ fileId, referenceId: this.target.id }, this.target.type);
    this.isLost = reading.kind === 'lost';
    if (reading.kind !== 'values') return;
    const plain = this.form.fields.filter((field) => !field.isSecret && field.name in reading.fields);
    this.plainValues = Object.fromEntries(plain.map(({ name }) => [name, reading.fields[name] ?? '']));
  }

  restore(backup: DraftBackup): void {
    this.draft = { ...this.draft, ...backup.texts };
    this.forgotten = backup.touchedFields;
  }

  editText(key: TextKey, value: string): void {
    this.draft = { ...this.draft, [key]: value };
  }

  editField(name: string, change: FieldChange): void {
    if (!this.form.fields.some((field) => field.name === name)) return;
    this.draft = { ...this.draft, fields: { ...this.draft.fields, [name]: change } };
    this.forgotten = this.forgotten.filter((forgotten) => forgotten !== name);
  }

  check(): DraftErrors {
    const { status, owner } = this;
    return checkDraft(
      this.draft,
      {
        form: this.form,
        storedFields: new Set(status.kind === 'stored' && !this.isLost ? Object.keys(status.setOn) : []),
        isNew: this.target.mode === 'new',
        nameOfTaken: (referenceId) => {
          const taken = owner && findConnection(owner.project, referenceId);
          return taken?.kind === 'declared' ? taken.connection.name : undefined;
        },
      },
      localize,
    );
  }

  /** Writes the connections file, then the credentials; what could not be stored stays in the draft. */
  async save(): Promise<DocumentSave> {
    const errors = this.check();
    if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
    const { owner } = this;
    if (!owner) {
      return { kind: 'refused', sentence: vscode.l10n.t('The folder of this Connection is no longer open.') };
    }
    const connection = this.#toConnection();
    const outcome = await this.services.repository.save(owner, connection);
    if (outcome.kind !== 'saved') return outcome;
    const sentence = await this.#saveCredentials(owner.folder.uri.toString(), outcome.fileId, connection);
    // From here on it is an edit, whatever the editor was opened for: a second save must not make a second entry.
    this.target = { ...this.target, mode: 'edit', id: connection.referenceId };
    if (sentence !== undefined) return { kind: 'refused', sentence };
    await this.load();
    return { kind: 'saved', connection };
  }

  dispose(): void {
    this.onDispose(this);
  }

  /** Why the credentials could not be stored; undefined when they were. */
  async #saveCredentials(
    folder: string,
    fileId: string,
    connection: Connection,
  ): Promise<string | undefined> {
    const { referenceId, extension, type } = connection;
    const changes = Object.entries(this.draft.fields).filter(([, change]) => change.kind !== 'keep');
    if (changes.length === 0) return undefined;
    try {
      const owner = { fileId, referenceId, extension, type, folder };
      await this.services.vault.write(owner, Object.fromEntries(changes));
      return undefined;
    } catch (error) {
      this.services.log.error('Storing credentials', error);
      return error instanceof NewerCredentialsError
        ? vscode.l10n.t(
            'The name was saved. The credentials were stored by a newer version and are not changed.',
          )
        : vscode.l10n.t(
            'The name was saved, but this machine could not store the credentials. They are still in the form.',
          );
    }
  }

  #toConnection(): Connection {
    const typed = toReferenceId(this.draft.referenceId.trim());
    const before = this.connection;
    const { extension, type }: ConnectionTypeKey = before ?? this.target.type;
    return {
      // The draft was checked: what is no Reference ID here is empty.
      referenceId: typed ?? newReferenceId(this.services.random),
      name: this.draft.name.trim(),
      extension,
      type,
      description: this.draft.description.trim(),
      isTemporary: typed === undefined || before?.isTemporary === true,
    };
  }

  #readSaved(): ConnectionDraft {
    const { connection, target, owner } = this;
    const found = owner && target.mode === 'register' ? findConnection(owner.project, target.id) : undefined;
    return {
      name: connection?.name ?? (found?.kind === 'undeclared' ? suggestName(found) : ''),
      description: connection?.description ?? '',
      referenceId: target.mode === 'new' ? '' : target.id,
      fields: {},
    };
  }
}

function newReferenceId(random: RandomSource) {
  const referenceId = toReferenceId(random.uuid());
  if (!referenceId) throw new Error('The random source gave no UUID.');
  return referenceId;
}

import * as vscode from 'vscode';
import { isSameType, type Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import {
  checkDraft,
  isComplete,
  isTouched,
  rebaseDraft,
  type ConnectionDraft,
  type DraftContext,
  type DraftErrors,
  type FieldChange,
  type TextKey,
} from '../../core/connection/connectionDraft';
import type { CredentialReading, CredentialStatus } from '../../core/connection/credentialVault';
import { findConnection, suggestName, type LocatedUse } from '../../core/connection/projectConnections';
import { formOf } from '../../core/connection/types';
import type { ConnectionForm } from '../../core/connection/types/connectionForm';
import { toReferenceId } from '../../core/flow/referenceId';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import type { DocumentServices } from './documentServices';
import type { DraftBackup } from './draftBackup';
import type { EditorTarget } from './editorTarget';
import { saveConnection, type DocumentSave } from './saveConnection';

/** One Connection being edited: what is stored, and the draft of what shall be. */
export class ConnectionDocument implements vscode.CustomDocument {
  readonly form: ConnectionForm;
  draft: ConnectionDraft;
  /** The values of plain fields as stored; secret ones are never held here. */
  plainValues: Readonly<Record<string, string>> = {};
  /** Credential fields that a restored draft had touched and could not keep. */
  forgotten: readonly string[] = [];
  credentials: CredentialReading['kind'] = 'none';
  /** Auto Save must not store a half-typed secret. */
  secretHasFocus = false;
  #stored: ConnectionDraft;
  #isTemporary = false;
  #lastSave: Promise<unknown> = Promise.resolve();
  /** One for the whole life of the editor: two saves must not make two Connections. */
  readonly #newReferenceId: string;

  constructor(
    readonly uri: vscode.Uri,
    public target: EditorTarget,
    catalog: Catalog,
    private readonly services: DocumentServices,
    private readonly onDispose: (document: ConnectionDocument) => void,
  ) {
    this.form = formOf(target.type, catalog, localize);
    this.#newReferenceId = services.random.uuid();
    this.#stored = this.#readStored();
    this.draft = this.#stored;
  }

  get owner(): LocatedProject | undefined {
    return this.services.index.findProject(this.target.folder, this.target.connectionsPath);
  }

  get isNew(): boolean {
    return this.target.mode !== 'edit';
  }

  get isTouched(): boolean {
    return isTouched(this.draft, this.#stored);
  }

  /** The Connection as it is declared now; undefined for one that is not, or no more. */
  get connection(): Connection | undefined {
    const entry = this.owner && findConnection(this.owner.project, this.target.id);
    return entry?.kind === 'declared' ? entry.connection : undefined;
  }

  /** Whether the connections file holds it; what only a file from Cognigy.AI declares is not registered. */
  get isRegistered(): boolean {
    return (
      this.owner?.project.file?.connections.some(({ referenceId }) => referenceId === this.target.id) ?? false
    );
  }

  get uses(): readonly LocatedUse[] {
    if (!this.owner || this.target.mode === 'new') return [];
    return findConnection(this.owner.project, this.target.id)?.uses ?? [];
  }

  get status(): CredentialStatus {
    const key = this.#credentialKey;
    return key ? this.services.vault.status(key, this.target.type) : { kind: 'none' };
  }

  /** Reads what is stored and drops the draft. */
  async load(): Promise<void> {
    await this.services.index.start();
    await this.#loadCredentials();
    this.#stored = this.#readStored();
    this.draft = this.#stored;
    this.forgotten = [];
  }

  /** Takes over what has changed in the files meanwhile, wherever nothing was typed. */
  refresh(): void {
    const stored = this.#readStored();
    this.draft = rebaseDraft(this.draft, this.#stored, stored);
    this.#stored = stored;
  }

  /** Credentials that were set in another folder are used here only after the user has agreed. */
  async claimCredentials(): Promise<boolean> {
    const key = this.#credentialKey;
    const { vault, confirm } = this.services;
    const reading = key && (await vault.read(key, this.target.type, this.target.folder));
    if (!key || reading?.kind !== 'elsewhere') return true;
    const folders = reading.folders.map((folder) => vscode.Uri.parse(folder).fsPath).join(', ');
    const isAgreed = await confirm({
      message: vscode.l10n.t('Use the credentials of “{0}” in this folder?', this.#stored.name),
      detail: vscode.l10n.t(
        'They were set in {0}. The connections file here has the same id, as that of a copy or of another clone has.',
        folders,
      ),
      agree: vscode.l10n.t('Use Here'),
    });
    if (!isAgreed) return false;
    await vault.accept(key, this.target.folder);
    await this.#loadCredentials();
    return true;
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
    return checkDraft(this.draft, this.#draftContext, localize);
  }

  /** What Auto Save may store: a Connection that exists, with nothing missing and no secret being typed. */
  get isFitForAutoSave(): boolean {
    return !this.isNew && !this.secretHasFocus && isComplete(this.draft, this.#draftContext);
  }

  /** One save at a time; what is typed while one runs stays in the draft. */
  save(): Promise<DocumentSave> {
    const turn = this.#lastSave.then(() => this.#save());
    this.#lastSave = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    this.onDispose(this);
  }

  async #save(): Promise<DocumentSave> {
    const saved = this.draft;
    const errors = this.check();
    if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
    const { connection: before, owner } = this;
    if (before && !isSameType(before, this.target.type)) {
      const sentence = vscode.l10n.t('The type of “{0}” was changed meanwhile. Open it again.', before.name);
      return { kind: 'refused', sentence };
    }
    const connection = this.#toConnection(saved);
    const outcome = await saveConnection(this.services, {
      owner,
      connection,
      changes: saved.fields,
      claim: () => this.claimCredentials(),
      onRegistered: () => {
        // From here on it is an edit, whatever the editor was opened for.
        this.target = { ...this.target, mode: 'edit', id: connection.referenceId };
        this.#isTemporary = connection.isTemporary;
      },
    });
    if (outcome.kind !== 'saved') return outcome;
    await this.#loadCredentials();
    this.#stored = this.#readStored();
    this.draft = rebaseDraft(this.draft, saved, this.#stored);
    return outcome;
  }

  async #loadCredentials(): Promise<void> {
    const key = this.#credentialKey;
    const reading = key
      ? await this.services.vault.read(key, this.target.type, this.target.folder)
      : ({ kind: 'none' } as const);
    this.credentials = reading.kind;
    const fields = reading.kind === 'values' ? reading.fields : {};
    const plain = this.form.fields.filter((field) => !field.isSecret && field.name in fields);
    this.plainValues = Object.fromEntries(plain.map(({ name }) => [name, fields[name] ?? '']));
  }

  get #credentialKey() {
    const fileId = this.owner?.project.file?.id;
    return fileId === undefined || this.target.mode === 'new'
      ? undefined
      : { fileId, referenceId: this.target.id };
  }

  get #draftContext(): DraftContext {
    const { status, owner, form, credentials } = this;
    const isUsable = status.kind === 'stored' && (credentials === 'values' || credentials === 'newer');
    return {
      form,
      storedFields: new Set(isUsable ? Object.keys(status.setOn) : []),
      isNew: this.target.mode === 'new',
      nameOfTaken: (referenceId) => {
        const taken = owner && findConnection(owner.project, referenceId);
        return taken?.kind === 'declared' ? taken.connection.name : undefined;
      },
    };
  }

  #toConnection(draft: ConnectionDraft): Connection {
    const typed = toReferenceId(draft.referenceId.trim());
    const referenceId = typed ?? toReferenceId(this.#newReferenceId);
    // The draft was checked: what is no Reference ID in it is empty.
    if (!referenceId) throw new Error('The random source gave no UUID.');
    const { extension, type } = this.target.type;
    const name = draft.name.trim();
    const description = draft.description.trim();
    return { referenceId, name, extension, type, description, isTemporary: !typed || this.#isTemporary };
  }

  #readStored(): ConnectionDraft {
    const { connection, target, owner } = this;
    if (connection) this.#isTemporary = connection.isTemporary;
    const found = owner && target.mode === 'register' ? findConnection(owner.project, target.id) : undefined;
    return {
      name: connection?.name ?? (found?.kind === 'undeclared' ? suggestName(found) : ''),
      description: connection?.description ?? '',
      referenceId: target.mode === 'new' ? '' : target.id,
      fields: {},
    };
  }
}

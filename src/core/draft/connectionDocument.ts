import { isSameType, type Catalog } from '../catalog/catalog';
import type { Connection } from '../connection/connection';
import {
  checkDraft,
  checkNewField,
  formInDraft,
  hintsOf,
  isComplete,
  isContested,
  isTouched,
  rebaseDraft,
  type ConnectionDraft,
  type DraftContext,
  type DraftErrors,
  type DraftHints,
  type FieldChange,
  type TextKey,
} from '../connection/connectionDraft';
import { formOf, isSecretField } from '../connection/types';
import type { ConnectionForm } from '../connection/types/connectionForm';
import type { Words } from '../ports';
import { DocumentCredentials, type CredentialPlace } from './documentCredentials';
import { DocumentEntry } from './documentEntry';
import type { DocumentServices } from './documentServices';
import { draftOf, toBackup, type DraftBackup } from './draftBackup';
import type { EditorTarget } from './editorTarget';
import { saveConnection, type DocumentSave } from './saveConnection';
import { titleOf } from './titleOf';

/** One Connection being edited: what is stored, and the draft of what shall be. */
export class ConnectionDocument {
  draft: ConnectionDraft;
  readonly entry: DocumentEntry;
  readonly credentials: DocumentCredentials;
  /** Credential fields that a restored draft had touched and could not keep; a save ends the talk of them. */
  forgotten: readonly string[] = [];
  /** Auto Save must not store a half-typed secret. */
  secretHasFocus = false;
  /** Whether something else has changed what the draft changes too; *Reload* or a save ends it. */
  isContested = false;
  readonly #ownForm: ConnectionForm;
  #stored: ConnectionDraft;
  #lastSave: Promise<unknown> = Promise.resolve();

  constructor(
    target: EditorTarget,
    private readonly catalog: Catalog,
    private readonly services: DocumentServices,
    /** Called once the connections file holds the Connection, whatever becomes of its credentials. */
    private readonly onRegistered: (connection: Connection) => void = () => undefined,
  ) {
    this.#ownForm = formOf(target.type, catalog, services.t);
    this.entry = new DocumentEntry(target, services);
    this.credentials = new DocumentCredentials(services, () => this.#credentialPlace);
    this.#stored = this.entry.read();
    this.draft = this.#stored;
  }

  /** The type's form, with the fields and the choices of the draft where the type leaves them to the user. */
  get form(): ConnectionForm {
    return formInDraft(this.#ownForm, this.draft, this.credentials.storedNames);
  }

  get isTouched(): boolean {
    return isTouched(this.draft, this.#stored);
  }

  get words(): Words {
    return this.services;
  }

  /** What the tab is called: by the name that is stored, and for now by a proposal where none is. */
  get title(): string {
    const { connection, target } = this.entry;
    const name = connection?.name ?? this.#stored.name;
    return titleOf(target.mode === 'new' || name === '' ? undefined : name, target.type, this.services.t);
  }

  /** What the platform has in place of a deprecated type. */
  get replacement(): ConnectionForm | undefined {
    const replacement = this.catalog.replacementOf(this.entry.target.type);
    return replacement && formOf(replacement, this.catalog, this.services.t);
  }

  /** Reads what is stored and drops the draft. */
  async load(): Promise<void> {
    await this.services.home.ready();
    this.#stored = this.entry.read();
    this.draft = this.#stored;
    await this.credentials.load(() => this.form.fields);
    this.forgotten = [];
    this.isContested = false;
  }

  /** Whether what is stored has changed since it was last looked at: VS Code does not tell of all other windows. */
  get isOutdated(): boolean {
    return this.credentials.isChanged;
  }

  /** Resolves once no save is running: until then what it has written looks like somebody else's. */
  get settled(): Promise<unknown> {
    return this.#lastSave;
  }

  /** Takes over what has changed in the files or the stored credentials meanwhile, wherever nothing was typed. */
  async refresh(): Promise<void> {
    await this.settled;
    // What is gone keeps what it was, so that a save can add it again.
    const stored = this.entry.isNew || this.entry.connection ? this.entry.read() : this.#stored;
    if (this.isTouched && isContested(this.draft, this.#stored, stored)) this.isContested = true;
    this.draft = rebaseDraft(this.draft, this.#stored, stored);
    this.#stored = stored;
    if (!this.credentials.isChanged) return;
    this.isContested ||= this.isTouched;
    await this.credentials.load(() => this.form.fields);
  }

  async claimCredentials(): Promise<boolean> {
    const isAgreed = await this.credentials.claim(this.draft.name || this.#stored.name);
    if (isAgreed) await this.credentials.load(() => this.form.fields);
    return isAgreed;
  }

  /** What can be kept of the draft in a file. */
  get backup(): DraftBackup {
    return toBackup(this.draft, this.#stored, this.forgotten);
  }

  restore(backup: DraftBackup): void {
    ({ draft: this.draft, isContested: this.isContested } = draftOf(backup, this.#stored));
    this.forgotten = backup.touchedFields;
  }

  editText(key: TextKey, value: string): void {
    // Typed while the save ran that gave it one.
    if (key === 'referenceId' && this.entry.target.mode !== 'new') return;
    this.draft = { ...this.draft, [key]: value };
  }

  editField(name: string, change: FieldChange): void {
    if (!this.form.fields.some((field) => field.name === name)) return;
    this.draft = { ...this.draft, fields: { ...this.draft.fields, [name]: change } };
    this.forgotten = this.forgotten.filter((forgotten) => forgotten !== name);
  }

  /** Says of a field of an Extension's type whether its own form may show it. */
  markPlain(name: string, isPlain: boolean): void {
    const others = this.draft.plainFields.filter((plain) => plain !== name);
    this.draft = { ...this.draft, plainFields: isPlain ? [...others, name].toSorted() : others };
  }

  /** Adds a field to a form whose fields are not known; a sentence when it can't be added. */
  addField(name: string): string | undefined {
    const error = checkNewField(name, this.form, this.services.t);
    if (error === undefined) this.draft = { ...this.draft, addedFields: [...this.draft.addedFields, name] };
    return error;
  }

  check(): DraftErrors {
    return checkDraft(this.draft, this.#draftContext, this.services.t);
  }

  hints(): DraftHints {
    return hintsOf(this.draft, this.#draftContext, this.services.t);
  }

  /** Whether Auto Save may store the draft. A name alone is enough for what exists; a new one waits for the rest. */
  get isFitForAutoSave(): boolean {
    // What another save has stored already: there is nothing to refuse.
    if (!this.isTouched && !this.entry.isNew) return true;
    if (this.secretHasFocus || this.isContested || Object.keys(this.check()).length > 0) return false;
    return !this.entry.isNew || isComplete(this.draft, this.#draftContext);
  }

  /** One save at a time; what is typed while one runs stays in the draft. */
  save(): Promise<DocumentSave> {
    const turn = this.#lastSave.then(() => this.#save());
    this.#lastSave = turn.catch(() => undefined);
    return turn;
  }

  async #save(): Promise<DocumentSave> {
    const saved = this.draft;
    const errors = this.check();
    if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
    const { connection: before, target } = this.entry;
    const { t } = this.services;
    if (before && !isSameType(before, target.type)) {
      const sentence = t('The type of “{0}” was changed meanwhile. Open it again.', before.name);
      return { kind: 'refused', sentence };
    }
    const connection = this.entry.toConnection(saved);
    const plain = new Set(this.form.fields.filter((one) => one.isPlainByChoice).map(({ name }) => name));
    const outcome = await saveConnection(this.services, {
      connection,
      changes: saved.fields,
      claim: () => this.claimCredentials(),
      isSecret: (type, name) => isSecretField(type, name, this.catalog, t),
      isPlain: (name) => plain.has(name),
      onRegistered: () => {
        this.entry.registered(connection);
        this.onRegistered(connection);
      },
    });
    if (outcome.kind !== 'saved') return outcome;
    this.#stored = this.entry.read();
    this.draft = rebaseDraft(this.draft, saved, this.#stored);
    await this.credentials.load(() => this.form.fields);
    this.isContested = false;
    this.forgotten = [];
    return outcome;
  }

  get #credentialPlace(): CredentialPlace {
    const { home } = this.services;
    const { target } = this.entry;
    const fileId = home.project?.file?.id;
    return {
      key: fileId === undefined || target.mode === 'new' ? undefined : { fileId, referenceId: target.id },
      type: target.type,
      file: home.id,
      separate: home.project && home.isFileIdShared ? () => home.separate() : undefined,
    };
  }

  get #draftContext(): DraftContext {
    const { form, credentials, entry } = this;
    return {
      form,
      storedFields: new Set(credentials.storedNames),
      isNew: entry.target.mode === 'new',
      nameOfTaken: (referenceId) => entry.nameOf(referenceId),
      otherNames: entry.otherNames,
    };
  }
}

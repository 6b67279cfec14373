import { fieldKey, type DraftErrors } from '../connection/connectionDraft';
import type { ConnectionDocument } from './connectionDocument';
import type { FromEditor, ToEditor } from './formMessages';
import { toEditorState } from './formState';

/** What a form asks of the host, beyond its document. */
export interface FormActions {
  readonly onEdit: () => void;
  /** What had to wait for someone to type a secret may go on. */
  readonly onSecretLeft: () => void;
  /** What is stored was found to have changed. */
  readonly onOutdated: () => void;
  readonly save: () => Promise<void>;
  /** Takes over what is stored and drops the draft. */
  readonly reload: () => Promise<void>;
  readonly copyReferenceId: () => Promise<void>;
  readonly copyField: (name: string) => Promise<void>;
  /** These fill in fields from a file that the user chooses, and answer with the names of the fields. */
  readonly fillFieldFromFile: (name: string) => Promise<readonly string[]>;
  readonly fillFromServiceAccount: () => Promise<readonly string[]>;
  /** `index` is one of the document's uses. */
  readonly openUse: (index: number) => Promise<void>;
}

/** A document's conversation with one form that shows it. */
export class FormSession {
  /** Errors are shown of what was touched, so that an empty form does not greet with complaints. */
  readonly #touched = new Set<string>();
  #isReady = false;
  #shown = '';

  constructor(
    private readonly document: ConnectionDocument,
    private readonly send: (message: ToEditor) => void,
    private readonly actions: FormActions,
  ) {}

  /** Tells the form what has changed around the draft: uses, states, the banner. Untouched inputs follow. */
  refresh(): void {
    const state = toEditorState(this.document);
    const text = JSON.stringify(state);
    if (!this.#isReady || text === this.#shown) return;
    this.#shown = text;
    this.send({ type: 'state', state, isReset: !this.document.isTouched });
  }

  /** Makes the form show the document's draft and forget its own: after a save, a revert, and at the start. */
  reset(): void {
    if (!this.#isReady) return;
    this.#touched.clear();
    this.#show();
    this.send({ type: 'findings', errors: {}, hints: {}, focusFirst: false });
  }

  showErrors(errors: DraftErrors, focusFirst: boolean): void {
    if (!this.#isReady) return;
    for (const key of Object.keys(errors)) this.#touched.add(key);
    this.send({ type: 'findings', errors, hints: this.document.hints(), focusFirst });
  }

  /** To be called when the form is gone: the next one says again that it is ready. */
  leave(): void {
    this.#isReady = false;
    this.#moveSecretFocus(false);
  }

  /** To be called when the form's editor is closed; unlike `leave`, it reports nothing. */
  close(): void {
    this.#isReady = false;
    this.document.secretHasFocus = false;
  }

  async handle(message: FromEditor): Promise<void> {
    const { document, actions } = this;
    switch (message.type) {
      case 'ready':
        // Of a form that is gone, as after a move to another window, no word of its focus comes any more.
        this.#moveSecretFocus(false);
        this.#isReady = true;
        this.reset();
        return;
      case 'editText':
        this.#edit(message.key, () => document.editText(message.key, message.value));
        return;
      case 'editField':
        this.#edit(fieldKey(message.name), () => document.editField(message.name, message.change));
        return;
      case 'secretFocus':
        this.#moveSecretFocus(message.hasFocus);
        return;
      case 'save':
        return actions.save();
      case 'reload':
        return actions.reload();
      case 'copyField':
        return actions.copyField(message.name);
      case 'fillFieldFromFile': {
        this.#fill(await actions.fillFieldFromFile(message.name));
        return;
      }
      case 'chooseServiceAccount': {
        this.#fill(await actions.fillFromServiceAccount());
        return;
      }
      case 'markPlain':
        this.#edit(fieldKey(message.name), () => document.markPlain(message.name, message.isPlain));
        return;
      case 'addField':
        this.#addField(message.name);
        return;
      case 'copyReferenceId':
        return actions.copyReferenceId();
      case 'openUse':
        return actions.openUse(message.index);
    }
  }

  #addField(name: string): void {
    const error = this.document.addField(name.trim());
    if (error === undefined) this.refresh();
    this.#sendFindings(error === undefined ? {} : { newField: error });
  }

  /** The host has filled in fields by itself: of secrets the form learns only that they were entered. */
  #fill(filled: readonly string[]): void {
    if (filled.length === 0) return;
    for (const name of filled) this.#touched.add(fieldKey(name));
    this.actions.onEdit();
    this.#show();
    this.#sendFindings();
  }

  #show(): void {
    const state = toEditorState(this.document);
    this.#shown = JSON.stringify(state);
    this.send({ type: 'state', state, isReset: true });
  }

  #edit(key: string, edit: () => void): void {
    const isTouched = () => this.document.isTouched;
    const wasTouched = isTouched();
    edit();
    this.#touched.add(key);
    // Whoever keeps what is stored where nothing was typed has changed nothing.
    if (wasTouched || isTouched()) this.actions.onEdit();
    this.#sendFindings();
    if (this.document.isOutdated) this.actions.onOutdated();
  }

  #sendFindings(more: DraftErrors = {}): void {
    const shown = Object.entries(this.document.check()).filter(([at]) => this.#touched.has(at));
    const errors = { ...Object.fromEntries(shown), ...more };
    this.send({ type: 'findings', errors, hints: this.document.hints(), focusFirst: false });
  }

  #moveSecretFocus(hasFocus: boolean): void {
    const { document } = this;
    const isLeft = document.secretHasFocus && !hasFocus;
    document.secretHasFocus = hasFocus;
    if (isLeft) this.actions.onSecretLeft();
  }
}

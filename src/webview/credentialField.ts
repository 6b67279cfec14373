import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { fieldKey, type FieldChange } from '../core/connection/connectionDraft';
import type { FieldHint } from '../core/connection/types/connectionForm';
import type { EditorTexts, FieldState, FromEditor } from '../core/draft/formMessages';
import { create } from './dom';
import { PlainInput } from './plainInput';
import { SecretInput } from './secretInput';
import type { Following } from './textInput';

/** An input for a credential, secret or not. */
export interface CredentialInput {
  readonly element: HTMLElement;
  error: string;
  hint: FieldHint | undefined;
  focus(): void;
  /** Gives the focus back; unlike `focus`, it shows no input that was not shown. */
  refocus(): void;
  update(state: FieldState, following: Following): void;
  /** Puts a value in, as typing would; what it gives back puts the former state back. */
  fill(value: string): () => void;
}

/** A credential field of the form, with the choice whether it is a secret where the user has that choice. */
export class CredentialField {
  readonly element: HTMLElement;
  readonly key: string;
  readonly name: string;
  readonly label: string;
  #input: CredentialInput;
  #isSecret: boolean;
  readonly #plainChoice: HTMLElementTagNameMap['vscode-checkbox'] | undefined;

  constructor(
    state: FieldState,
    private readonly texts: EditorTexts,
    private readonly send: (message: FromEditor) => void,
  ) {
    this.name = state.name;
    this.label = state.label;
    this.key = fieldKey(state.name);
    this.#isSecret = state.isSecret;
    this.#input = this.#createInput(state);
    this.element = create('div', {}, this.#input.element);
    if (state.hasPlainChoice) {
      this.#plainChoice = this.#createPlainChoice();
      // The platform's name of the field stands beside it: the label is only made from it.
      const name = create('code', { class: 'detail' }, state.name);
      this.element.append(create('div', { class: 'under' }, name, this.#plainChoice));
    }
  }

  set error(error: string) {
    this.#input.error = error;
  }

  set hint(hint: FieldHint | undefined) {
    this.#input.hint = hint;
  }

  focus(): void {
    this.#input.focus();
  }

  refocus(): void {
    this.#input.refocus();
  }

  fill(value: string): () => void {
    return this.#input.fill(value);
  }

  update(state: FieldState, following: Following): void {
    if (this.#plainChoice && following !== 'never') this.#plainChoice.checked = state.isMarkedPlain;
    // Not while it is typed in: the new input would be empty.
    const mayChange = following === 'always' || (following === 'untouched' && state.change !== 'replace');
    if (mayChange && state.isSecret !== this.#isSecret) {
      this.#isSecret = state.isSecret;
      const before = this.#input.element;
      const hadFocus = document.hasFocus() && before.contains(document.activeElement);
      this.#input = this.#createInput(state);
      before.replaceWith(this.#input.element);
      if (hadFocus) this.#input.refocus();
    }
    this.#input.update(state, following);
  }

  #createInput(state: FieldState): CredentialInput {
    const { name, texts, send } = this;
    const onChange = (change: FieldChange) => send({ type: 'editField', name, change });
    if (!state.isSecret) return new PlainInput(state, texts, onChange);
    return new SecretInput(state, texts, {
      onChange,
      onFocusChange: (hasFocus) => send({ type: 'secretFocus', hasFocus }),
      copy: () => send({ type: 'copyField', name }),
      fillFromFile: () => send({ type: 'fillFieldFromFile', name }),
    });
  }

  #createPlainChoice(): HTMLElementTagNameMap['vscode-checkbox'] {
    const choice = create('vscode-checkbox');
    choice.label = this.texts.notASecret;
    choice.addEventListener('change', () => {
      this.send({ type: 'markPlain', name: this.name, isPlain: choice.checked });
    });
    return choice;
  }
}

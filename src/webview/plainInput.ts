import { fieldKey, type FieldChange } from '../core/connection/connectionDraft';
import type { FieldHint } from '../core/connection/types/connectionForm';
import type { EditorTexts, FieldState } from '../core/draft/formMessages';
import type { CredentialInput } from './credentialField';
import { TextInput, type Following } from './textInput';

/** A credential field that is no secret: its value is shown. */
export class PlainInput implements CredentialInput {
  readonly #input: TextInput;

  constructor(
    { name, label, help, isRequired }: FieldState,
    texts: EditorTexts,
    private readonly onChange: (change: FieldChange) => void,
  ) {
    this.#input = new TextInput({
      key: fieldKey(name),
      label,
      help,
      isRequired,
      texts,
      isSecret: false,
      onInput: (value) => this.#change(value),
    });
  }

  get element(): HTMLElement {
    return this.#input.element;
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

  update(state: FieldState, following: Following): void {
    this.#input.follow(state.value, following);
  }

  fill(value: string): () => void {
    const before = this.#input.value;
    this.#put(value);
    return () => this.#put(before);
  }

  #put(value: string): void {
    this.#input.value = value;
    this.#change(value);
  }

  #change(value: string): void {
    this.onChange(value === '' ? { kind: 'clear' } : { kind: 'replace', value });
  }
}

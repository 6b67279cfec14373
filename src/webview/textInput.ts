import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { create, setText, setVisible } from './dom';

export interface TextInputOptions {
  /** The key of its error, see `DraftErrors`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly requiredWord: string;
  readonly isSecret: boolean;
  readonly onInput: (value: string) => void;
}

/** A labelled one-line input with its error, a note and its help below it. */
export class TextInput {
  readonly element: HTMLElement;
  readonly key: string;
  readonly #field = create('vscode-textfield');
  readonly #error = create('p', { class: 'error' });
  readonly #note = create('p', { class: 'note' });
  readonly #cell: HTMLElement;

  constructor(private readonly options: TextInputOptions) {
    const { key, label, help, isRequired, requiredWord, isSecret, onInput } = options;
    this.key = key;
    this.#field.label = isRequired ? `${label}, ${requiredWord}` : label;
    this.#field.setAttribute('data-key', key);
    this.#field.setAttribute('spellcheck', 'false');
    if (isSecret) {
      this.#field.type = 'password';
      // A browser's password manager must not offer to keep it.
      this.#field.autocomplete = 'off';
    }
    this.#field.addEventListener('input', () => onInput(this.#field.value));
    const caption = create(
      'span',
      { class: 'caption', 'aria-hidden': 'true' },
      isRequired ? `${label} *` : label,
    );
    caption.addEventListener('click', () => this.focus());
    const helpText = create('p', { class: 'help' }, help);
    for (const text of [this.#error, this.#note]) setVisible(text, false);
    setVisible(helpText, help !== '');
    this.#cell = create('div', { class: 'cell' }, this.#field, this.#error, this.#note, helpText);
    this.element = create('div', { class: 'row' }, caption, this.#cell);
    this.error = '';
  }

  set value(value: string) {
    if (this.#field.value !== value) this.#field.value = value;
  }

  set note(note: string) {
    setText(this.#note, note);
    setVisible(this.#note, note !== '');
    this.#describe();
  }

  /** A sentence, or the empty string. */
  set error(error: string) {
    setText(this.#error, error);
    setVisible(this.#error, error !== '');
    this.#field.invalid = error !== '';
    this.#describe();
  }

  /** What stands below is read out with the input, which stands in a shadow root of its own. */
  #describe(): void {
    const error = this.#error.textContent;
    const description = [error, this.#note.textContent, this.options.help]
      .filter((text) => text !== '')
      .join(' ');
    void this.#field.updateComplete.then(() => {
      const input = this.#field.wrappedElement;
      input.setAttribute('aria-invalid', String(error !== ''));
      input.setAttribute('aria-description', description);
    });
  }

  append(element: HTMLElement): void {
    this.#cell.append(element);
  }

  onFocusChange(listener: (hasFocus: boolean) => void): void {
    this.#field.addEventListener('focus', () => listener(true));
    this.#field.addEventListener('blur', () => listener(false));
  }

  focus(): void {
    void this.#field.updateComplete.then(() => this.#field.focus());
  }
}

import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { FieldHint } from '../core/connection/types/connectionForm';
import type { EditorTexts } from '../core/draft/formMessages';
import { create, createButton, setText, setVisible } from './dom';

export interface TextInputOptions {
  /** The key of its error, see `DraftErrors`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly texts: EditorTexts;
  readonly isSecret: boolean;
  readonly onInput: (value: string) => void;
}

/** Which inputs shall show what a state says: all, those that nobody has typed into, or none. */
export type Following = 'always' | 'untouched' | 'never';

/** A labelled one-line input with its error, what is worth a second look, a note and its help below it. */
export class TextInput {
  readonly element: HTMLElement;
  readonly key: string;
  readonly #field = create('vscode-textfield');
  readonly #error = create('p', { class: 'error' });
  readonly #hint = create('p', { class: 'note' });
  readonly #note = create('p', { class: 'note' });
  readonly #remove: HTMLElement;
  readonly #cell: HTMLElement;
  #surplus = 0;
  #followed = '';

  constructor(private readonly options: TextInputOptions) {
    const { key, label, help, isRequired, texts, isSecret, onInput } = options;
    this.key = key;
    this.#field.label = isRequired ? `${label}, ${texts.required}` : label;
    this.#field.setAttribute('data-key', key);
    this.#field.setAttribute('spellcheck', 'false');
    if (isSecret) {
      this.#field.type = 'password';
      // What a browser's password manager takes for a code of one use it does not keep, nor what stands beside it.
      this.#field.setAttribute('autocomplete', 'one-time-code');
    }
    this.#field.addEventListener('input', () => onInput(this.#field.value));
    const caption = create(
      'span',
      { class: 'caption', 'aria-hidden': 'true' },
      isRequired ? `${label} *` : label,
    );
    caption.addEventListener('click', () => this.focus());
    const helpText = create('p', { class: 'help' }, help);
    this.#remove = createButton(texts.remove, () => this.#removeSurplus(), `${texts.remove}: ${label}`);
    for (const part of [this.#error, this.#hint, this.#note, this.#remove]) setVisible(part, false);
    setVisible(helpText, help !== '');
    const parts = [this.#field, this.#error, this.#hint, this.#remove, this.#note, helpText];
    this.#cell = create('div', { class: 'cell' }, ...parts);
    this.element = create('div', { class: 'row' }, caption, this.#cell);
    this.error = '';
  }

  get value(): string {
    return this.#field.value;
  }

  set value(value: string) {
    if (this.#field.value !== value) this.#field.value = value;
  }

  /** Untouched is what stands as the state before said it. */
  follow(value: string, following: Following): void {
    if (following === 'never') return;
    if (following === 'always' || this.value === this.#followed) this.value = value;
    this.#followed = value;
  }

  set note(note: string) {
    this.#say(this.#note, note);
  }

  set hint(hint: FieldHint | undefined) {
    this.#surplus = hint?.surplus ?? 0;
    setVisible(this.#remove, this.#surplus > 0);
    this.#say(this.#hint, hint?.sentence ?? '');
  }

  /** A sentence, or the empty string. */
  set error(error: string) {
    this.#field.invalid = error !== '';
    this.#say(this.#error, error);
  }

  #say(part: HTMLElement, sentence: string): void {
    setText(part, sentence);
    setVisible(part, sentence !== '');
    this.#describe();
  }

  /** What stands below is read out with the input, which stands in a shadow root of its own. */
  #describe(): void {
    const error = this.#error.textContent;
    const description = [error, this.#hint.textContent, this.#note.textContent, this.options.help]
      .filter((text) => text !== '')
      .join(' ');
    void this.#field.updateComplete.then(() => {
      const input = this.#field.wrappedElement;
      input.setAttribute('aria-invalid', String(error !== ''));
      input.setAttribute('aria-description', description);
    });
  }

  #removeSurplus(): void {
    this.value = this.value.slice(this.#surplus);
    this.options.onInput(this.value);
    this.focus();
  }

  append(...elements: HTMLElement[]): void {
    this.#cell.append(...elements);
  }

  onFocusChange(listener: (hasFocus: boolean) => void): void {
    this.#field.addEventListener('focus', () => listener(true));
    this.#field.addEventListener('blur', () => listener(false));
  }

  /** Called with what is pasted; true when it has dealt with that. */
  onPaste(listener: (text: string) => boolean): void {
    this.#field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (listener(text)) event.preventDefault();
    });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#field;
  }

  /** Without a scroll: the click that gave the form the focus is still on its way to what lies under it. */
  refocus(): void {
    this.#focus({ preventScroll: true });
  }

  focus(): void {
    this.#focus();
  }

  #focus(options?: FocusOptions): void {
    void this.#field.updateComplete.then(() => this.#field.focus(options));
  }
}

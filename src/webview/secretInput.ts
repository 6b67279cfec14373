import { fieldKey, type FieldChange } from '../core/connection/connectionDraft';
import type { EditorTexts, FieldState } from '../protocol/connectionEditor';
import { createButton, create, setText, setVisible } from './dom';
import { TextInput } from './textInput';

export interface SecretInputActions {
  readonly onChange: (change: FieldChange) => void;
  readonly onFocusChange: (hasFocus: boolean) => void;
}

/**
 * A secret field. What is stored is spoken of, never shown; an input appears for a new value. A value that was typed
 * before the webview was made anew is with the host and does not come back.
 */
export class SecretInput {
  readonly element: HTMLElement;
  readonly #input: TextInput;
  readonly #status = create('span', { class: 'status', role: 'status' });
  readonly #statusRow: HTMLElement;
  readonly #replace: HTMLElement;
  readonly #clear: HTMLElement;
  readonly #keep: HTMLElement;
  readonly #undoClear: HTMLElement;
  /** Whether an input is shown although there is something to say instead. */
  #isTyping = false;

  constructor(
    private state: FieldState,
    private readonly texts: EditorTexts,
    private readonly actions: SecretInputActions,
  ) {
    const { label, help, isRequired, name } = state;
    this.#input = new TextInput({
      key: fieldKey(name),
      label,
      help,
      isRequired,
      requiredWord: texts.required,
      isSecret: true,
      onInput: (value) => this.#change(value === '' ? { kind: 'keep' } : { kind: 'replace', value }),
    });
    this.#input.onFocusChange(actions.onFocusChange);
    this.#replace = createButton(texts.replace, () => this.focus(), `${texts.replace}: ${label}`);
    this.#clear = createButton(texts.clear, () => this.#clearStored(), `${texts.clear}: ${label}`);
    this.#keep = createButton(texts.keep, () => this.#keepStored(), `${texts.keep}: ${label}`);
    this.#undoClear = createButton(texts.keep, () => this.#keepStored(), `${texts.keep}: ${label}`);
    this.#statusRow = create(
      'div',
      { class: 'row', role: 'group', 'aria-label': label },
      create('span', { class: 'caption' }, isRequired ? `${label} *` : label),
      create('div', { class: 'cell secret' }, this.#status, this.#undoClear, this.#replace, this.#clear),
    );
    this.#input.append(this.#keep);
    this.element = create('div', {}, this.#statusRow, this.#input.element);
    this.#show();
  }

  get key(): string {
    return this.#input.key;
  }

  set error(error: string) {
    this.#input.error = error;
  }

  focus(): void {
    this.#isTyping = true;
    this.#show();
    this.#input.focus();
  }

  update(state: FieldState, isReset: boolean): void {
    this.state = isReset ? state : { ...state, change: this.state.change };
    if (isReset) {
      this.#isTyping = false;
      this.#input.value = '';
    }
    this.#show();
  }

  #change(change: FieldChange): void {
    this.#isTyping = change.kind !== 'clear';
    this.state = { ...this.state, change: change.kind };
    this.actions.onChange(change);
    this.#show();
  }

  /** The button that had the focus goes; its opposite gets it. */
  #clearStored(): void {
    this.#change({ kind: 'clear' });
    this.#undoClear.focus();
  }

  #keepStored(): void {
    this.#input.value = '';
    this.#change({ kind: 'keep' });
    this.#isTyping = false;
    this.#show();
    this.#replace.focus();
  }

  #show(): void {
    const { stored, change, isLost } = this.state;
    const status =
      change === 'replace' ? this.texts.entered : change === 'clear' ? this.texts.willBeCleared : stored;
    const isInput = this.#isTyping || (status === '' && change === 'keep');
    setText(this.#status, status);
    setVisible(this.#statusRow, !isInput);
    setVisible(this.#input.element, isInput);
    setVisible(this.#clear, stored !== '' && change === 'keep');
    setVisible(this.#keep, stored !== '');
    setVisible(this.#undoClear, change === 'clear');
    this.#input.note = isLost ? this.texts.lost : '';
  }
}

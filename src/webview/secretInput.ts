import { fieldKey, type FieldChange } from '../core/connection/connectionDraft';
import type { FieldHint } from '../core/connection/types/connectionForm';
import type { EditorTexts, FieldState } from '../core/draft/formMessages';
import type { CredentialInput } from './credentialField';
import { createButton, create, setText, setVisible } from './dom';
import { TextInput, type Following } from './textInput';

export interface SecretInputActions {
  readonly onChange: (change: FieldChange) => void;
  readonly onFocusChange: (hasFocus: boolean) => void;
  /** Asks the host to copy the stored value. */
  readonly copy: () => void;
  readonly fillFromFile: () => void;
}

/**
 * A secret field. What is stored is spoken of, never shown; an input appears for a new value. A value that was typed
 * before the webview was made anew is with the host and does not come back.
 */
export class SecretInput implements CredentialInput {
  readonly element: HTMLElement;
  readonly #input: TextInput;
  readonly #status = create('span', { class: 'status', role: 'status' });
  readonly #statusRow: HTMLElement;
  readonly #copy: HTMLElement;
  readonly #replace: HTMLElementTagNameMap['vscode-button'];
  readonly #clear: HTMLElement;
  readonly #keep: HTMLElement;
  readonly #undoClear: HTMLElement;
  /** Whether an input is shown although there is something to say instead. */
  #isTyping = false;
  /** A value of several lines that an input of one line can't hold. */
  #wholeValue: string | undefined;

  constructor(
    private state: FieldState,
    private readonly texts: EditorTexts,
    private readonly actions: SecretInputActions,
  ) {
    const { label, help, isRequired, isMultiline, name } = state;
    this.#input = new TextInput({
      key: fieldKey(name),
      label,
      help,
      isRequired,
      texts,
      isSecret: true,
      onInput: (value) => this.#type(value),
    });
    this.#input.onFocusChange(actions.onFocusChange);
    this.#input.onPaste((text) => this.#paste(text));
    const button = (caption: string, onClick: () => void) =>
      createButton(caption, onClick, `${caption}: ${label}`);
    this.#copy = button(texts.copyValue, actions.copy);
    this.#replace = button(texts.replace, () => this.focus());
    this.#clear = button(texts.clear, () => this.#clearStored());
    this.#keep = button(texts.keep, () => this.#keepStored());
    this.#undoClear = button(texts.keep, () => this.#keepStored());
    const actionsOf = [this.#undoClear, this.#copy, this.#replace, this.#clear];
    this.#statusRow = create(
      'div',
      { class: 'row', role: 'group', 'aria-label': label, 'data-key': fieldKey(name) },
      create('span', { class: 'caption' }, isRequired ? `${label} *` : label),
      create('div', { class: 'cell secret' }, this.#status, ...actionsOf),
    );
    const fromFile = isMultiline ? [button(texts.fromFile, actions.fillFromFile)] : [];
    this.#input.append(create('div', { class: 'actions' }, ...fromFile, this.#keep));
    this.element = create('div', {}, this.#statusRow, this.#input.element);
    this.#show();
  }

  set error(error: string) {
    this.#input.error = error;
    // What is wrong stands below the input.
    if (error !== '' && this.state.change === 'replace') {
      this.#isTyping = true;
      this.#show();
    }
  }

  set hint(hint: FieldHint | undefined) {
    this.#input.hint = hint;
    if (hint && this.#wholeValue === undefined) {
      this.#isTyping = true;
      this.#show();
    }
  }

  focus(): void {
    this.#isTyping = true;
    this.#show();
    this.#input.focus();
  }

  /** An empty input in place of what is said of the field would look as if *Replace* had been chosen. */
  refocus(): void {
    if (this.#statusRow.hidden) this.#input.refocus();
    else void this.#replace.updateComplete.then(() => this.#replace.focus({ preventScroll: true }));
  }

  update(state: FieldState, following: Following): void {
    // What was typed here and is a change no more was saved: the form must not keep it.
    const isDone = this.state.change === 'replace' && state.change !== 'replace' && following !== 'never';
    this.state = following === 'never' ? { ...state, change: this.state.change } : state;
    if (following === 'always' || isDone) this.#reset();
    else this.#show();
  }

  /** An input that is open and still empty has nothing to drop: whoever opened it is about to type. */
  #reset(): void {
    const { hasFocus } = this.#input;
    this.#isTyping &&= hasFocus && this.#input.value === '';
    this.#wholeValue = undefined;
    this.#input.value = '';
    this.#show();
    // Not out of another part of VS Code, where someone may have gone on.
    if (hasFocus && document.hasFocus() && !this.#statusRow.hidden) this.#replace.focus();
  }

  fill(value: string): () => void {
    const before = { change: this.state.change, typed: this.#wholeValue ?? this.#input.value };
    this.#enter(value);
    return () => {
      if (before.change === 'replace') this.#enter(before.typed);
      else this.#change({ kind: before.change });
    };
  }

  /** A value as a whole, without showing an input for it. */
  #enter(value: string): void {
    this.#wholeValue = value.includes('\n') ? value : undefined;
    this.#input.value = this.#wholeValue === undefined ? value : '';
    this.#change({ kind: 'replace', value });
  }

  #type(value: string): void {
    this.#wholeValue = undefined;
    this.#change(value === '' ? { kind: 'keep' } : { kind: 'replace', value }, true);
  }

  /** Line breaks would get lost in an input of one line. */
  #paste(text: string): boolean {
    const value = text.replace(/\r?\n$/, '');
    if (!value.includes('\n') || !this.state.isMultiline) return false;
    this.#enter(value);
    this.#replace.focus();
    return true;
  }

  #change(change: FieldChange, isTyping = false): void {
    if (change.kind !== 'replace') {
      this.#wholeValue = undefined;
      this.#input.value = '';
    }
    this.#isTyping = isTyping;
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
    this.#change({ kind: 'keep' });
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
    setVisible(this.#copy, stored !== '' && change === 'keep');
    setVisible(this.#clear, stored !== '' && change === 'keep');
    setVisible(this.#keep, stored !== '');
    setVisible(this.#undoClear, change === 'clear' || (change === 'replace' && stored !== ''));
    this.#input.note = isLost ? this.texts.lost : '';
  }
}

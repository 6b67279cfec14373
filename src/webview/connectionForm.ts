import { fieldKey, type TextKey } from '../core/connection/connectionDraft';
import type { EditorState, FieldState, FromEditor } from '../protocol/connectionEditor';
import { create, createButton, setText, setVisible } from './dom';
import { SecretInput } from './secretInput';
import { TextInput } from './textInput';
import { UseList } from './useList';

type Send = (message: FromEditor) => void;

/** A credential field of either kind, with the part of the state that it shows. */
interface FieldInput {
  readonly key: string;
  readonly element: HTMLElement;
  error: string;
  focus(): void;
  update(state: FieldState, isReset: boolean): void;
}

/** The whole form of a Connection; its fields stay the same as long as it lives. */
export class ConnectionForm {
  readonly element: HTMLElement;
  readonly #title = create('h1');
  readonly #banner = create('p', { class: 'banner', role: 'status' });
  readonly #summary = create('p', { class: 'summary', role: 'alert' });
  readonly #referenceId = create('code');
  readonly #texts: readonly { readonly key: TextKey; readonly input: TextInput }[];
  readonly #fields: readonly FieldInput[];
  readonly #credentialsHelp = create('p', { class: 'help' });
  readonly #uses: UseList;

  constructor(state: EditorState, send: Send) {
    const { texts } = state;
    const text = (key: TextKey, label: string, help: string, isRequired = false) => ({
      key,
      input: new TextInput({
        key,
        label,
        help,
        isRequired,
        requiredWord: texts.required,
        isSecret: false,
        onInput: (value) => send({ type: 'editText', key, value }),
      }),
    });
    const name = text('name', texts.name, '', true);
    const description = text('description', texts.description, '');
    const referenceId = state.isReferenceIdEditable
      ? text('referenceId', texts.referenceId, texts.referenceIdHelp)
      : undefined;
    this.#texts = [name, description, ...(referenceId ? [referenceId] : [])];
    this.#fields = state.fields.map((field) => createField(field, state, send));
    this.#uses = new UseList(texts, (index) => send({ type: 'openUse', index }));
    const copy = createButton(
      texts.copy,
      () => send({ type: 'copyReferenceId' }),
      `${texts.copy}: ${texts.referenceId}`,
    );
    const save = create('vscode-button', {}, texts.save);
    save.addEventListener('click', () => send({ type: 'save' }));
    this.#credentialsHelp.textContent =
      this.#fields.length > 0 ? texts.credentialsHelp : texts.noCredentialFields;
    // Without autocomplete: a browser that keeps the state of pages for the next start would keep what is typed.
    const form = create(
      'form',
      { autocomplete: 'off' },
      create('header', {}, this.#title, create('span', { class: 'type' }, state.typeLabel)),
      this.#banner,
      this.#summary,
      name.input.element,
      description.input.element,
      fixedRow(texts.type, create('span', {}, state.typeDetail)),
      referenceId?.input.element ?? fixedRow(texts.referenceId, this.#referenceId, copy),
      create('h2', {}, texts.credentials),
      ...this.#fields.map((field) => field.element),
      this.#credentialsHelp,
      ...(state.sends === '' ? [] : [create('h2', {}, texts.sends), create('code', {}, state.sends)]),
      this.#uses.element,
      create('footer', {}, save),
    );
    // Enter in an input.
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send({ type: 'save' });
    });
    this.element = create('main', {}, form);
  }

  /** Where typing starts: the name. */
  focus(): void {
    this.#texts[0]?.input.focus();
  }

  update(state: EditorState, isReset: boolean): void {
    setText(this.#title, state.title);
    setText(this.#banner, state.banner);
    setVisible(this.#banner, state.banner !== '');
    setText(this.#referenceId, state.referenceId);
    this.#uses.update(state);
    setVisible(
      this.#credentialsHelp,
      state.fields.every(({ stored }) => stored === ''),
    );
    if (isReset) for (const { key, input } of this.#texts) input.value = state[key];
    for (const field of state.fields) {
      this.#fields.find(({ key }) => key === fieldKey(field.name))?.update(field, isReset);
    }
  }

  showErrors(errors: Readonly<Record<string, string>>, focusFirst: boolean): void {
    const inputs = [...this.#texts.map(({ input }) => input), ...this.#fields];
    for (const input of inputs) input.error = errors[input.key] ?? '';
    // Said as a whole only after a refused save: while typing, each input says its own.
    const sentences = focusFirst ? Object.values(errors) : [];
    setText(this.#summary, sentences.join(' '));
    setVisible(this.#summary, sentences.length > 0);
    if (focusFirst) inputs.find((input) => input.key in errors)?.focus();
  }
}

function createField(field: FieldState, { texts }: EditorState, send: Send): FieldInput {
  const { name, label, help, isRequired } = field;
  if (field.isSecret) {
    return new SecretInput(field, texts, {
      onChange: (change) => send({ type: 'editField', name, change }),
      onFocusChange: (hasFocus) => send({ type: 'secretFocus', hasFocus }),
    });
  }
  const input = new TextInput({
    key: fieldKey(name),
    label,
    help,
    isRequired,
    requiredWord: texts.required,
    isSecret: false,
    onInput: (value) => {
      const change = value === '' ? ({ kind: 'clear' } as const) : ({ kind: 'replace', value } as const);
      send({ type: 'editField', name, change });
    },
  });
  return Object.assign(input, {
    update(state: FieldState, isReset: boolean) {
      if (isReset) input.value = state.value;
    },
  });
}

function fixedRow(caption: string, ...content: HTMLElement[]): HTMLElement {
  return create(
    'div',
    { class: 'row' },
    create('span', { class: 'caption' }, caption),
    create('div', { class: 'cell fixed' }, ...content),
  );
}

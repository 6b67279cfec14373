import {
  fieldKey,
  type DraftErrors,
  type DraftHints,
  type TextKey,
} from '../core/connection/connectionDraft';
import type { EditorState, FromEditor } from '../core/draft/formMessages';
import { CredentialField } from './credentialField';
import { create, createButton, setText, setVisible } from './dom';
import { FieldAdder } from './fieldAdder';
import { createIcon } from './icons';
import { PasteHelp } from './pasteHelp';
import { TextInput, type Following } from './textInput';
import { UseList } from './useList';

type Send = (message: FromEditor) => void;

interface TextPart {
  readonly key: TextKey;
  readonly input: TextInput;
}

/** The whole form of a Connection. */
export class ConnectionForm {
  readonly element: HTMLElement;
  readonly #title = create('h1');
  readonly #banner = create('div', { class: 'banner', role: 'status' });
  readonly #bannerText = create('span');
  readonly #reload: HTMLElement;
  readonly #summary = create('p', { class: 'summary', role: 'alert' });
  readonly #referenceId = create('code');
  readonly #fixedReferenceId: HTMLElement;
  readonly #copy: HTMLElementTagNameMap['vscode-button'];
  /** There as long as nothing is registered. */
  #referenceIdInput: TextPart | undefined;
  readonly #texts: readonly TextPart[];
  readonly #fieldList = create('div');
  #fields: CredentialField[] = [];
  readonly #adder: FieldAdder | undefined;
  readonly #credentialsHelp = create('p', { class: 'help' });
  readonly #pasteHelp: PasteHelp;
  readonly #uses: UseList;

  constructor(
    private state: EditorState,
    private readonly send: Send,
    /** Whether an input, by its key, was edited and the host has not heard of it yet. */
    private readonly isUnheard: (key: string) => boolean,
  ) {
    const { texts } = state;
    const name = this.#text('name', texts.name, '', true);
    const description = this.#text('description', texts.description, '');
    this.#texts = [name, description];
    if (state.isReferenceIdEditable)
      this.#referenceIdInput = this.#text('referenceId', texts.referenceId, texts.referenceIdHelp);
    if (state.canAddField)
      this.#adder = new FieldAdder(texts, (field) => send({ type: 'addField', name: field }));
    this.#uses = new UseList(texts, (index) => send({ type: 'openUse', index }));
    this.#reload = createButton(texts.reload, () => send({ type: 'reload' }));
    this.#banner.append(this.#bannerText, this.#reload);
    this.#pasteHelp = new PasteHelp(() => ({ state: this.state, fields: this.#fields }));
    this.#copy = createButton(
      texts.copy,
      () => send({ type: 'copyReferenceId' }),
      `${texts.copy}: ${texts.referenceId}`,
    );
    this.#fixedReferenceId = fixedRow(texts.referenceId, this.#referenceId, this.#copy);
    const serviceAccount = createButton(texts.serviceAccount, () => send({ type: 'chooseServiceAccount' }));
    const save = create('vscode-button', {}, texts.save);
    save.addEventListener('click', () => send({ type: 'save' }));
    // Without autocomplete: a browser that keeps the state of pages for the next start would keep what is typed.
    const form = create(
      'form',
      { autocomplete: 'off' },
      create(
        'header',
        {},
        createIcon(state.icon),
        this.#title,
        create('span', { class: 'type' }, state.typeLabel),
      ),
      this.#banner,
      this.#summary,
      name.input.element,
      description.input.element,
      fixedRow(texts.type, create('span', {}, state.typeDetail)),
      this.#referenceIdInput?.input.element ?? this.#fixedReferenceId,
      create('h2', {}, texts.credentials),
      this.#pasteHelp.element,
      ...(state.takesServiceAccount ? [create('div', { class: 'actions' }, serviceAccount)] : []),
      this.#fieldList,
      ...(this.#adder ? [this.#adder.element] : []),
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
    this.#pasteHelp.listen(this.#fieldList, this.element);
  }

  /** Where typing starts: the name. */
  focus(): void {
    this.#texts[0]?.input.focus();
  }

  /** Gives an input the focus that it had in the webview before this one; `key` as in `DraftErrors`. */
  refocus(key: string): void {
    this.#inputs.find((candidate) => candidate.key === key)?.input.refocus();
  }

  update(state: EditorState, isReset: boolean): void {
    this.state = state;
    setText(this.#title, state.title);
    setText(this.#bannerText, state.banner);
    setVisible(this.#banner, state.banner !== '');
    setVisible(this.#reload, state.canReload);
    setText(this.#referenceId, state.referenceId);
    if (!state.isReferenceIdEditable) this.#fixReferenceId();
    this.#uses.update(state);
    // What the host took for saved or dropped is not what was typed since.
    const followingOf = (key: string) => (this.isUnheard(key) ? 'never' : isReset ? 'always' : 'untouched');
    for (const { key, input } of this.#textParts) input.follow(state[key], followingOf(key));
    if (isReset && !this.#fields.some(({ key }) => this.isUnheard(key))) this.#pasteHelp.reset();
    this.#updateFields(state, followingOf);
    const { credentialsHelp, noCredentialFields } = state.texts;
    setText(this.#credentialsHelp, state.fields.length > 0 ? credentialsHelp : noCredentialFields);
    setVisible(
      this.#credentialsHelp,
      state.fields.every(({ stored }) => stored === ''),
    );
  }

  showFindings(errors: DraftErrors, hints: DraftHints, focusFirst: boolean): void {
    const inputs = this.#inputs;
    for (const { key, input } of inputs) {
      input.error = errors[key] ?? '';
      input.hint = hints[key];
    }
    if (this.#adder) this.#adder.error = errors.newField ?? '';
    // Said as a whole only after a refused save: while typing, each input says its own.
    const sentences = focusFirst ? Object.values(errors) : [];
    setText(this.#summary, sentences.join(' '));
    setVisible(this.#summary, sentences.length > 0);
    if (focusFirst) inputs.find(({ key }) => key in errors)?.input.focus();
  }

  get #inputs() {
    return [...this.#textParts, ...this.#fields.map((input) => ({ key: input.key, input }))];
  }

  get #textParts(): readonly TextPart[] {
    return this.#referenceIdInput ? [...this.#texts, this.#referenceIdInput] : this.#texts;
  }

  /** Once a Connection is registered, its Reference ID is only to be copied. */
  #fixReferenceId(): void {
    const { element, hasFocus = false } = this.#referenceIdInput?.input ?? {};
    this.#referenceIdInput = undefined;
    element?.replaceWith(this.#fixedReferenceId);
    // It takes the focus once it has drawn itself, which it does when it is shown.
    if (hasFocus) void this.#copy.updateComplete.then(() => this.#copy.focus());
  }

  /** Fields come and go only where the user names them. */
  #updateFields({ fields, texts }: EditorState, followingOf: (key: string) => Following): void {
    const before = this.#fields;
    this.#fields = fields.map(
      (field) =>
        before.find(({ name }) => name === field.name) ?? new CredentialField(field, texts, this.send),
    );
    const isSame =
      this.#fields.length === before.length && this.#fields.every((field, i) => field === before[i]);
    if (!isSame) this.#fieldList.replaceChildren(...this.#fields.map(({ element }) => element));
    fields.forEach((field, i) => this.#fields[i]?.update(field, followingOf(fieldKey(field.name))));
    const added = this.#adder?.takeAdded(fields.map(({ name }) => name));
    if (added !== undefined) this.#fields.find(({ name }) => name === added)?.focus();
  }

  #text(key: TextKey, label: string, help: string, isRequired = false): TextPart {
    const { texts } = this.state;
    const onInput = (value: string) => this.send({ type: 'editText', key, value });
    const input = new TextInput({ key, label, help, isRequired, texts, isSecret: false, onInput });
    return { key, input };
  }
}

function fixedRow(caption: string, ...content: HTMLElement[]): HTMLElement {
  return create(
    'div',
    { class: 'row' },
    create('span', { class: 'caption' }, caption),
    create('div', { class: 'cell fixed' }, ...content),
  );
}

import type { EditorTexts } from '../core/draft/formMessages';
import { create, createButton } from './dom';
import { TextInput } from './textInput';

/** Adds a field to a form whose fields are not known: its name, and a button. */
export class FieldAdder {
  readonly element: HTMLElement;
  readonly #input: TextInput;
  #asked: string | undefined;

  constructor(
    texts: EditorTexts,
    private readonly add: (name: string) => void,
  ) {
    this.#input = new TextInput({
      key: 'newField',
      label: texts.newField,
      help: '',
      isRequired: false,
      texts,
      isSecret: false,
      onInput: () => undefined,
    });
    this.#input.append(
      create(
        'div',
        { class: 'actions' },
        createButton(texts.addField, () => this.#ask()),
      ),
    );
    // Caught on the way down, for the input's own Enter would save the form.
    this.#input.element.addEventListener('keydown', (event) => this.#askOnEnter(event), { capture: true });
    this.element = this.#input.element;
  }

  set error(error: string) {
    this.#input.error = error;
  }

  /** The field that was asked for, once it is there. */
  takeAdded(names: readonly string[]): string | undefined {
    const added = this.#asked;
    if (added === undefined || !names.includes(added)) return undefined;
    this.#asked = undefined;
    this.#input.value = '';
    return added;
  }

  #askOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || (event.target as Element).localName !== 'vscode-textfield') return;
    event.preventDefault();
    event.stopPropagation();
    this.#ask();
  }

  #ask(): void {
    this.#asked = this.#input.value.trim();
    this.add(this.#asked);
  }
}

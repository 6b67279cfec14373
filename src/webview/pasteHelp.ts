import { fillFrom } from '../core/connection/fill';
import { maximumFileSize, type Filling } from '../core/connection/fill/filling';
import type { EditorState } from '../core/draft/formMessages';
import type { CredentialField } from './credentialField';
import { create, createButton, setText, setVisible } from './dom';

interface FormParts {
  readonly state: EditorState;
  readonly fields: readonly CredentialField[];
}

/** Fills the fields from a curl command, a connection string or a service-account file that is pasted or dropped. */
export class PasteHelp {
  /** Says what was filled in, with an Undo, or why nothing was. */
  readonly element = create('div', { class: 'banner filled', role: 'status' });
  readonly #sentence = create('span');
  readonly #undoButton: HTMLElement;
  #undo: (() => void)[] = [];

  constructor(private readonly form: () => FormParts) {
    const { texts } = form().state;
    this.#undoButton = createButton(texts.undo, () => {
      for (const step of this.#undo) step();
      this.reset();
    });
    this.element.append(this.#sentence, this.#undoButton);
    this.reset();
  }

  /** For when what was filled in is saved or gone. */
  reset(): void {
    this.#undo = [];
    setVisible(this.element, false);
  }

  /** Pastes count in the credentials' inputs; drops everywhere. */
  listen(credentials: HTMLElement, everywhere: HTMLElement): void {
    credentials.addEventListener(
      'paste',
      (event) => {
        if (!this.#fill(event.clipboardData?.getData('text/plain') ?? '')) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
    everywhere.addEventListener('dragover', (event) => {
      if (!isTextForInput(event)) event.preventDefault();
      else event.stopPropagation();
    });
    everywhere.addEventListener('drop', (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void this.#fillFromFile(file);
      // A file that is left to the browser takes the form's place.
      if (file || this.#fill(event.dataTransfer?.getData('text/plain') ?? '')) event.preventDefault();
      else if (isTextForInput(event)) event.stopPropagation();
    });
  }

  async #fillFromFile(file: File): Promise<void> {
    const { unknown, tooLarge, unreadable } = this.form().state.texts.dropped;
    const text = file.size > maximumFileSize ? undefined : await file.text().catch(() => undefined);
    if (text !== undefined && this.#fill(text, file.name)) return;
    const sentence = file.size > maximumFileSize ? tooLarge : text === undefined ? unreadable : unknown;
    this.#say(
      sentence.replace('{0}', () => file.name),
      [],
    );
  }

  #fill(text: string, fileName?: string): boolean {
    const { state, fields } = this.form();
    const target = { ...state.type, fieldNames: fields.map(({ name }) => name) };
    const filling = fillFrom(text, target, fileName);
    if (!filling || (fileName === undefined && isPlainPaste(filling, text))) return false;
    const filled = fields.filter(({ name }) => name in filling.fields);
    const undo = filled.map((field) => field.fill(filling.fields[field.name] ?? ''));
    const labels = filled.map(({ label }) => label).join(', ');
    const { filledFrom, nothingInCurl, notUnderstood } = state.texts;
    const { source, notUnderstood: left = [] } = filling;
    const said = labels === '' ? nothingInCurl : filledFrom[source].replace('{0}', () => labels);
    const unsaid = left.length === 0 ? '' : ` ${notUnderstood.replace('{0}', () => left.join(', '))}`;
    this.#say(said + unsaid, undo);
    return true;
  }

  #say(sentence: string, undo: (() => void)[]): void {
    this.#undo = undo;
    setText(this.#sentence, sentence);
    setVisible(this.#undoButton, undo.length > 0);
    setVisible(this.element, true);
  }
}

/**
 * What the browser puts where it is dropped, if nobody prevents it: VS Code prevents it for all that comes up to the
 * webview's window. Inputs stand in shadow roots, so the event's own target does not tell.
 */
function isTextForInput(event: DragEvent): boolean {
  const isFile = event.dataTransfer?.types.includes('Files') ?? false;
  return !isFile && event.composedPath()[0] instanceof HTMLInputElement;
}

/** What a paste into the field at hand would do just as well. */
function isPlainPaste({ fields }: Filling, text: string): boolean {
  const values = Object.values(fields);
  return values.length === 1 && values[0] === text.trim();
}

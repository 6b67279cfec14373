import { fillFrom } from '../core/connection/fill';
import type { Filling } from '../core/connection/fill/filling';
import type { EditorState } from '../protocol/connectionEditor';
import type { CredentialField } from './credentialField';
import { create, createButton, setText, setVisible } from './dom';

interface FormParts {
  readonly state: EditorState;
  readonly fields: readonly CredentialField[];
}

/** Fills the fields from a curl line, a connection string or a service-account file that is pasted or dropped. */
export class PasteHelp {
  /** Says what was filled in, with an Undo. */
  readonly element = create('div', { class: 'banner filled', role: 'status' });
  readonly #sentence = create('span');
  #undo: (() => void)[] = [];

  constructor(private readonly form: () => FormParts) {
    const { texts } = form().state;
    const undo = createButton(texts.undo, () => {
      for (const step of this.#undo) step();
      this.reset();
    });
    this.element.append(this.#sentence, undo);
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
    everywhere.addEventListener('dragover', (event) => event.preventDefault());
    everywhere.addEventListener('drop', (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (file) void file.text().then((content) => this.#fill(content, file.name));
      else this.#fill(text);
    });
  }

  #fill(text: string, fileName?: string): boolean {
    const { state, fields } = this.form();
    const target = { ...state.type, fieldNames: fields.map(({ name }) => name) };
    const filling = fillFrom(text, target, fileName);
    if (!filling || isPlainPaste(filling, text)) return false;
    const filled = fields.filter(({ name }) => name in filling.fields);
    this.#undo = filled.map((field) => field.fill(filling.fields[field.name] ?? ''));
    const labels = filled.map(({ label }) => label).join(', ');
    setText(this.#sentence, state.texts.filledFrom[filling.source].replace('{0}', labels));
    setVisible(this.element, true);
    return true;
  }
}

/** What a paste into the field at hand would do just as well. */
function isPlainPaste({ fields }: Filling, text: string): boolean {
  const values = Object.values(fields);
  return values.length === 1 && values[0] === text.trim();
}

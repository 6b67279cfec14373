import type { EditorState, EditorTexts } from '../core/draft/formMessages';
import { create, createButton, setText, setVisible } from './dom';

/** More are shown on demand. */
const shownAtFirst = 5;

/** The nodes that use the Connection; each opens where it stands. */
export class UseList {
  readonly element: HTMLElement;
  readonly #heading = create('h2');
  readonly #list = create('ul');
  readonly #showAll: HTMLElement;
  #isWhole = false;
  #uses: EditorState['uses'] = [];

  constructor(
    texts: EditorTexts,
    private readonly open: (index: number) => void,
  ) {
    this.#showAll = createButton(texts.showAll, () => {
      this.#isWhole = true;
      this.#render();
    });
    this.element = create('section', {}, this.#heading, this.#list, this.#showAll);
  }

  update({ usedBy, uses }: EditorState): void {
    setText(this.#heading, usedBy);
    setVisible(this.element, uses.length > 0);
    // The same list made anew would lose the focus.
    if (JSON.stringify(uses) === JSON.stringify(this.#uses)) return;
    this.#uses = uses;
    this.#render();
  }

  #render(): void {
    const shown = this.#isWhole ? this.#uses : this.#uses.slice(0, shownAtFirst);
    this.#list.replaceChildren(
      ...shown.map(({ label, detail }, index) => {
        const link = create(
          'button',
          { class: 'link', type: 'button', 'aria-label': `${label}, ${detail}` },
          label,
        );
        link.addEventListener('click', () => this.open(index));
        return create('li', {}, link, create('span', { class: 'detail' }, detail));
      }),
    );
    setVisible(this.#showAll, shown.length < this.#uses.length);
  }
}

import '@vscode-elements/elements/dist/vscode-button/index.js';

/** An element with attributes and children; text is always text, never HTML. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Shows or hides, for eyes and screen readers alike. */
export function setVisible(element: HTMLElement, isVisible: boolean): void {
  element.hidden = !isVisible;
}

/** Sets text only where it differs, so that live regions speak once. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A quiet button; `label` is what a screen reader says where the caption alone would not tell what it is about. */
export function createButton(
  caption: string,
  onClick: () => void,
  label = caption,
): HTMLElementTagNameMap['vscode-button'] {
  const button = create('vscode-button', { 'aria-label': label }, caption);
  button.secondary = true;
  button.addEventListener('click', onClick);
  return button;
}

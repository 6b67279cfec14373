/** In milliseconds, growing: a link or machine too slow for the first wait shall not start anew for ever. */
const waits = [4_000, 12_000, 30_000];

/**
 * Loads a form again that does not come. VS Code 1.100 loads the scripts of webviews by a service worker that all
 * windows share and each webview replaces: of two that load in the same moment one may get no script, stays empty for
 * ever, and nothing tells of it.
 */
export class FormWatch {
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly load: () => void) {}

  /** The form is on its way. */
  expect(): void {
    if (this.#timer !== undefined) return;
    this.#tries = 0;
    this.#wait();
  }

  /** The form is there, or not wanted any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    this.#timer = undefined;
    const wait = waits[this.#tries++];
    if (wait === undefined) return;
    this.#timer = setTimeout(() => {
      this.load();
      this.#wait();
    }, wait);
  }
}

import { toFormPlace, type FormPlace } from './formPlace';

/** What VS Code keeps for a webview until its tab is closed, on disk too. */
interface KeptState {
  getState(): unknown;
  setState(state: FormPlace): void;
}

/** In milliseconds: scrolling tells of itself with every frame. */
const scrollSettles = 100;

/** Keeps where the form stands, for when its webview is made anew: that and nothing else, for all else may be secret. */
export class PlaceKeeper {
  #focused = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly state: KeptState) {
    document.addEventListener('focusin', ({ target }) => {
      this.#focused = target instanceof Element ? keyAround(target) : '';
      this.#keep();
    });
    document.addEventListener('scroll', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keep(), scrollSettles);
    });
  }

  /** What was kept by the webview before this one. */
  get kept(): FormPlace | undefined {
    return toFormPlace(this.state.getState());
  }

  #keep(): void {
    this.state.setState({ scrollTop: window.scrollY, focused: this.#focused });
  }
}

/** Brings the form to a place; `focus` gives the input with a key the focus. */
export function takePlace({ scrollTop, focused }: FormPlace, focus: (key: string) => void): void {
  if (document.hasFocus()) focus(focused);
  else window.addEventListener('focus', () => focusUnlessTaken(focused, focus), { once: true });
  scrollOnceTall(scrollTop);
}

/**
 * At first inputs have no height, and the window has another one than later: the form can't be scrolled so far. Whoever
 * does something has the last word.
 */
function scrollOnceTall(top: number): void {
  const done = new AbortController();
  const { signal } = done;
  const scroll = () => {
    window.scrollTo(0, top);
    if (window.scrollY >= Math.floor(top)) done.abort();
  };
  const observer = new ResizeObserver(scroll);
  observer.observe(document.body);
  signal.addEventListener('abort', () => observer.disconnect());
  window.addEventListener('resize', scroll, { signal });
  for (const type of ['wheel', 'pointerdown', 'keydown'])
    window.addEventListener(type, () => done.abort(), { signal, capture: true });
}

/** Where a click gave the form the focus, the click comes after this, and has the last word. */
function focusUnlessTaken(focused: string, focus: (key: string) => void): void {
  if (document.activeElement === document.body) focus(focused);
}

function keyAround(element: Element): string {
  return element.closest('[data-key]')?.getAttribute('data-key') ?? '';
}

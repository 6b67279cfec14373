import { toFormPlace, type FormPlace } from '../protocol/connectionEditor';

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

  get current(): FormPlace {
    return { scrollTop: window.scrollY, focused: this.#focused };
  }

  /** What was kept by the webview before this one. */
  get kept(): FormPlace | undefined {
    return toFormPlace(this.state.getState());
  }

  #keep(): void {
    this.state.setState(this.current);
  }
}

/** Brings the form to a place; `focus` gives the input with a key the focus. */
export function takePlace({ scrollTop, focused }: FormPlace, focus: (key: string) => void): void {
  if (document.hasFocus()) focus(focused);
  else window.addEventListener('focus', () => focusUnlessTaken(focused, focus), { once: true });
  // Before that the inputs have no height.
  requestAnimationFrame(() => window.scrollTo(0, scrollTop));
}

/** Not when the click that gave the window the focus gave it to an input too. */
function focusUnlessTaken(focused: string, focus: (key: string) => void): void {
  if (document.activeElement === document.body) focus(focused);
}

function keyAround(element: Element): string {
  return element.closest('[data-key]')?.getAttribute('data-key') ?? '';
}

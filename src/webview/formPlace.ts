/** Where a form stands: all of it that outlives its webview, in the state that VS Code keeps for it. */
export interface FormPlace {
  /** In pixels. */
  readonly scrollTop: number;
  /** The key of the input that had the focus last, as in `DraftErrors`; empty for none. */
  readonly focused: string;
}

/** Narrows what a webview kept of its place; undefined for anything else. */
export function toFormPlace(value: unknown): FormPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scrollTop, focused } = value as Record<string, unknown>;
  return typeof scrollTop === 'number' && typeof focused === 'string' ? { scrollTop, focused } : undefined;
}

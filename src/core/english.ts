import type { Localize } from './ports';

/** Sentences as they stand in the source, for hosts without translations. */
export const english: Localize = (message, ...args) =>
  message.replaceAll(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(args[Number(index)] ?? placeholder),
  );

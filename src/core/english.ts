import type { Localize } from './ports';

/** Sentences as they stand in the source, for hosts without translations. */
export const english: Localize = (message, ...args) => {
  const [first] = args;
  const values = new Map(Object.entries(typeof first === 'object' ? first : args));
  return message.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values.get(name) ?? placeholder),
  );
};

import { readFileSync } from 'node:fs';

export const themeNames = ['Dark Modern', 'Light Modern', 'Dark High Contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

interface Theme {
  readonly variables: Readonly<Record<string, string>>;
  readonly bodyClass: string;
  readonly defaultStyles: string;
}

export interface Themes {
  /** The CSS variables that were looked for; those that a theme has not are not among its own. */
  readonly asked: readonly string[];
  readonly themes: Readonly<Record<ThemeName, Theme>>;
}

/** What the newest VS Code gives to webviews: see scripts/readThemes.mjs. */
export function readThemes(version = '1.139.1'): Themes {
  return JSON.parse(readFileSync(`test/fixtures/themes/${version}.json`, 'utf8')) as Themes;
}

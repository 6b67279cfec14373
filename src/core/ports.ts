/** What the core asks of the world. Hosts implement these; tests hand in their own. */

/**
 * Renders an English sentence in the user's language, with `{0}`-style placeholders or, given one record, with `{name}`s;
 * `vscode.l10n.t` fits.
 */
export type Localize = (
  message: string,
  ...args: (string | number)[] | [Readonly<Record<string, string | number>>]
) => string;

/** A time in ISO 8601 as a day that people read: `22 Nov 2026`, in the user's language. */
export type FormatDate = (iso: string) => string;

/** How the user reads words and dates. */
export interface Words {
  readonly t: Localize;
  readonly formatDate: FormatDate;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** For whatever waits; tests hand in one whose time they move on themselves. */
export interface Timers {
  /** Milliseconds since some moment; unlike the time of day it never goes back. */
  elapsed(): number;
  /** Does something once, after so many milliseconds. What this returns cancels it. */
  after(milliseconds: number, work: () => void): () => void;
}

export interface RandomSource {
  /** A fresh UUID v4, lower-case. */
  uuid(): string;
}

/** Encrypted key-value storage of the machine; every call may cost a round trip and may fail. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
  /** Which keys have a value; VS Code has it only since later than the oldest version that we run in. */
  keys?(): PromiseLike<readonly string[]>;
  /** Whether what a key holds is still there after a restart; without it, everything is. */
  isLasting?(key: string): boolean;
}

/** Plain storage outside the workspace, read synchronously; nothing secret goes here. */
export interface StateStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
  keys(): readonly string[];
}

export interface Confirmation {
  /** One question. */
  readonly message: string;
  /** What the answer changes. */
  readonly detail: string;
  /** The label of the button that agrees. */
  readonly agree: string;
}

/** Asks the user; false when they decline or close the question. */
export type Confirm = (question: Confirmation) => Promise<boolean>;

export interface Choice {
  readonly message: string;
  /** What the answer changes. */
  readonly detail: string;
  /** The labels of the buttons, beside one that cancels. */
  readonly choices: readonly string[];
}

/** Asks the user for one of several answers; undefined when they cancel or close the question. */
export type Choose = (question: Choice) => Promise<string | undefined>;

export interface Logger {
  /** Writes what failed and the error's own message and stack, redacted. */
  error(what: string, error: unknown): void;
}

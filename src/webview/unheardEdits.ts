import { fieldKey } from '../core/connection/connectionDraft';
import type { FromEditor } from '../core/draft/formMessages';

/** The inputs whose edits are on their way: what the host sends meanwhile knows nothing of them. */
export class UnheardEdits {
  readonly #counts = new Map<string, number>();

  /** `answered` resolves once the host has dealt with the message. */
  add(message: FromEditor, answered: Promise<void>): void {
    const key = keyOf(message);
    if (key === undefined) return;
    this.#count(key, 1);
    void answered.then(() => this.#count(key, -1));
  }

  /** By the key of an input, as in `DraftErrors`. */
  has(key: string): boolean {
    return (this.#counts.get(key) ?? 0) > 0;
  }

  #count(key: string, change: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + change);
  }
}

function keyOf(message: FromEditor): string | undefined {
  if (message.type === 'editText') return message.key;
  const isOfField = message.type === 'editField' || message.type === 'markPlain';
  return isOfField ? fieldKey(message.name) : undefined;
}

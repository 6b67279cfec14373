import type { Confirm, Localize, SecretStore } from '../ports';

/**
 * A secret storage that can do without one: where it refuses a value, as on a system without a keyring, the value stays
 * in memory, once the user has agreed to that. They are asked once.
 */
export class SessionSecrets implements SecretStore {
  readonly #kept = new Map<string, string>();
  #mayKeep = false;

  readonly keys?: () => Promise<readonly string[]>;

  constructor(
    private readonly secrets: SecretStore,
    private readonly confirm: Confirm,
    private readonly t: Localize,
  ) {
    // Whoever can't list leaves it out.
    const list = secrets.keys?.bind(secrets);
    if (list) this.keys = async () => [...new Set([...(await list()), ...this.#kept.keys()])];
  }

  async get(key: string): Promise<string | undefined> {
    return this.#kept.get(key) ?? (await this.secrets.get(key));
  }

  /** @throws what the secret storage throws, if the value is not to be kept. */
  async store(key: string, value: string): Promise<void> {
    try {
      await this.secrets.store(key, value);
      this.#kept.delete(key);
    } catch (error) {
      this.#mayKeep ||= await this.confirm({
        message: this.t(
          'This system has no keyring, so credentials can’t be stored safely. Keep them until VS Code closes?',
        ),
        detail: this.t('They are kept in memory alone, and have to be entered again after a restart.'),
        agree: this.t('Keep for This Session'),
      });
      if (!this.#mayKeep) throw error;
      this.#kept.set(key, value);
    }
  }

  /** @throws what the secret storage throws, which may still hold an older value. */
  async delete(key: string): Promise<void> {
    const wasKept = this.#kept.delete(key);
    try {
      await this.secrets.delete(key);
    } catch (error) {
      if (!wasKept) throw error;
    }
  }

  isLasting(key: string): boolean {
    return !this.#kept.has(key);
  }
}

/** What travels: every message gets an answer, so that an error on the other side is not lost. */
type Envelope<Message> =
  | { readonly kind: 'message'; readonly id: number; readonly message: Message }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * One end of a conversation between the host and a webview. `Out` is what this end sends, `In` what it gets. What
 * comes in is `unknown` until `narrow` says what it is.
 */
export class Rpc<Out, In> {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(
    private readonly post: (envelope: unknown) => void,
    private readonly narrow: (message: unknown) => In | undefined,
    private readonly handle: (message: In) => void | Promise<void>,
  ) {}

  /** Resolves once the other end has handled the message; rejects with the other end's reason. */
  send(message: Out): Promise<void> {
    const id = ++this.#lastId;
    const envelope: Envelope<Out> = { kind: 'message', id, message };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.post(envelope);
    });
  }

  /** Forgets who waits: for when the other end is gone. */
  abandon(): void {
    this.#waiting.clear();
  }

  /** To be called with everything that the channel delivers. */
  async receive(data: unknown): Promise<void> {
    const envelope = toEnvelope(data);
    if (!envelope) return;
    if (envelope.kind === 'message') {
      this.post(await this.#answer(envelope.id, envelope.message));
      return;
    }
    const waiting = this.#waiting.get(envelope.id);
    this.#waiting.delete(envelope.id);
    if (envelope.kind === 'done') waiting?.resolve();
    else waiting?.reject(new Error(envelope.reason));
  }

  async #answer(id: number, message: unknown): Promise<Envelope<never>> {
    try {
      const narrowed = this.narrow(message);
      if (narrowed === undefined) return { kind: 'failed', id, reason: 'Unknown message.' };
      await this.handle(narrowed);
      return { kind: 'done', id };
    } catch (error) {
      return { kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

function toEnvelope(data: unknown): Envelope<unknown> | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('id' in data)) return undefined;
  const { kind, id } = data;
  if (typeof id !== 'number') return undefined;
  if (kind === 'message') return { kind, id, message: 'message' in data ? data.message : undefined };
  if (kind === 'done') return { kind, id };
  if (kind !== 'failed') return undefined;
  return { kind, id, reason: 'reason' in data && typeof data.reason === 'string' ? data.reason : '' };
}

import { WebSocket } from 'ws';
import { AesopError, toPlainError } from '../contract/errors.ts';
import { wireRequestSchema, type WireAnswer, type WireEvent } from '../contract/wire.ts';
import type { Answerer } from '../studio/answer.ts';

/** Bytes that may wait for a page: beyond the first, news that the next news replaces are left out. */
const SLOW = 1024 ** 2;
/** Bytes of news that may wait: beyond, the page is let go. */
const LOST = 8 * 1024 ** 2;
/** Bytes of answers that may wait before one more ends the socket. One alone may be of any size: the page asked for it. */
const UNREAD = 256 * 1024 ** 2;

/** Requests that a page may have under way, those counted whose answer it has not read. */
const PENDING_LIMIT = 256;

const REPLACED_BY_NEXT = new Set<WireEvent['event']>([
  'runs.report',
  'runs.step',
  'runs.measuring',
  'job.progress',
  'log.line',
]);

/**
 * One page's wire. A page that does not read costs a bounded sum: then its socket ends, and when it comes back it reads
 * the whole state anew. Answers are never left out, for the page waits for them; they and news keep their order.
 */
export class PageSocket {
  readonly #socket: WebSocket;
  readonly #answer: Answerer;
  readonly #onFailure: (thrown: unknown) => void;
  readonly #unread = { news: 0, answers: 0 };
  #pending = 0;
  #alive = true;

  /** @param onFailure hears of what no request should come to */
  constructor(socket: WebSocket, answer: Answerer, onFailure: (thrown: unknown) => void) {
    this.#socket = socket;
    this.#answer = answer;
    this.#onFailure = onFailure;
    socket.on('message', (data, binary) => {
      this.#receive(binary ? undefined : data.toString()).catch((thrown: unknown) => {
        onFailure(thrown);
        socket.terminate();
      });
    });
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', () => socket.terminate());
  }

  /** Bytes waiting to be read by the page. */
  get waiting(): number {
    return this.#socket.bufferedAmount;
  }

  /** Sends an event, already as text: it is the same for every page. */
  send(event: WireEvent['event'], text: string): void {
    if (this.waiting > SLOW && REPLACED_BY_NEXT.has(event)) return;
    if (this.#unread.news > LOST) return this.#socket.terminate();
    this.#write('news', text);
  }

  /** Ends a socket whose page did not answer the ping before. */
  ping(): void {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
  }

  /** @param read called once the page has taken it, or is gone */
  #write(kind: 'news' | 'answers', text: string, read = () => {}): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const bytes = Buffer.byteLength(text);
    this.#unread[kind] += bytes;
    this.#socket.send(text, () => {
      this.#unread[kind] -= bytes;
      read();
    });
  }

  #reply(answer: WireAnswer, read?: () => void): void {
    if (this.#unread.answers > UNREAD) return this.#socket.terminate();
    this.#write('answers', this.#asText(answer), read);
  }

  #asText(answer: WireAnswer): string {
    try {
      return JSON.stringify(answer);
    } catch (thrown) {
      this.#onFailure(thrown);
      return JSON.stringify({ id: answer.id, ok: false, error: toPlainError(thrown) } satisfies WireAnswer);
    }
  }

  async #receive(text: string | undefined): Promise<void> {
    let message: unknown;
    try {
      message = JSON.parse(text ?? '');
    } catch {
      message = undefined;
    }
    const parsed = wireRequestSchema.safeParse(message);
    // A page of ours never sends such a thing.
    if (!parsed.success) return this.#socket.close(1008, 'not a request');
    const { id, name, input } = parsed.data;
    if (this.#pending >= PENDING_LIMIT) {
      const error = toPlainError(new AesopError('too-many-requests', { limit: PENDING_LIMIT }));
      return this.#reply({ id, ok: false, error });
    }
    this.#pending++;
    const result = await this.#answer(name, input);
    this.#reply({ id, ...result }, () => this.#pending--);
  }
}

import { WebSocket } from 'ws';
import { AesopError, toPlainError } from '../contract/errors.ts';
import { wireRequestSchema, type WireAnswer, type WireEvent } from '../contract/wire.ts';
import type { Answerer } from '../studio/answer.ts';

/** Bytes that may wait for a page: beyond the first, news that the next news replaces are left out; beyond the second, the page is let go. */
const SLOW = 1024 ** 2;
const LOST = 8 * 1024 ** 2;

/** Requests that a page may have under way. */
const PENDING_LIMIT = 256;

const REPLACED_BY_NEXT = new Set<WireEvent['event']>(['runs.report', 'job.progress', 'log.line']);

/**
 * One page's wire. A page that does not read costs at most `LOST` bytes: then its socket ends, and when it comes back it
 * reads the whole state anew.
 */
export class PageSocket {
  readonly #socket: WebSocket;
  readonly #answer: Answerer;
  #pending = 0;
  #alive = true;

  constructor(socket: WebSocket, answer: Answerer) {
    this.#socket = socket;
    this.#answer = answer;
    socket.on('message', (data, binary) => void this.#receive(binary ? undefined : data.toString()));
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
    this.#write(text);
  }

  /** Ends a socket whose page did not answer the ping before. */
  ping(): void {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
  }

  #write(text: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.waiting > LOST) return this.#socket.terminate();
    this.#socket.send(text);
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
      return this.#write(JSON.stringify({ id, ok: false, error } satisfies WireAnswer));
    }
    this.#pending++;
    const result = await this.#answer(name, input);
    this.#pending--;
    this.#write(JSON.stringify({ id, ...result } satisfies WireAnswer));
  }
}

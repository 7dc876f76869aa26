import { AesopError } from '../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';

const BYTES = 2 ** 20;

/** Sees to it that a document is not read for ever: its reader works in short pieces, whose time is added up. */
export class Watch {
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;
  #spent = 0;
  #bytes = 0;

  /** @param name what the document is called in errors */
  constructor(name: string, signal?: AbortSignal) {
    this.#name = name;
    this.#signal = signal;
  }

  /** Milliseconds of computing that are left, for the bytes seen so far. */
  get left(): number {
    const { seconds, secondsPerMegabyte } = DOCUMENT_LIMITS;
    return (seconds + (secondsPerMegabyte * this.#bytes) / BYTES) * 1000 - this.#spent;
  }

  /**
   * Does a short piece of work.
   * @param bytes how much of the document it is about
   * @throws AesopError document-slow; the signal's reason when aborted
   */
  work<Result>(bytes: number, piece: () => Result): Result {
    this.#signal?.throwIfAborted();
    this.#bytes += bytes;
    const began = performance.now();
    const result = piece();
    this.#spent += performance.now() - began;
    if (this.left < 0)
      throw new AesopError('document-slow', { name: this.#name, seconds: Math.round(this.#spent / 1000) });
    return result;
  }
}

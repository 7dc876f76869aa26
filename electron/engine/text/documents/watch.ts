import { AesopError } from '../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';

const BYTES = 2 ** 20;

/** @returns a function that tells the milliseconds of computing since: on a machine with much else to do, time passes without */
export function stopwatch(): () => number {
  const began = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - began, (user + system) / 1000);
  };
}

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
    const spent = stopwatch();
    const result = piece();
    this.spend(spent());
    return result;
  }

  /**
   * Counts what was done elsewhere.
   * @throws as `work`
   */
  spend(milliseconds: number) {
    this.#signal?.throwIfAborted();
    this.#spent += milliseconds;
    if (this.left < 0)
      throw new AesopError('document-slow', { name: this.#name, seconds: Math.round(this.#spent / 1000) });
  }
}

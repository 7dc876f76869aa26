/** Bytes of one piece of base 64. */
const bytesOf = (piece: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(piece), (byte) => byte.charCodeAt(0));

/** Reads what a section of a page was compressed from, as much at once as is asked for. */
export class SectionReader {
  readonly #pieces: ReadableStreamDefaultReader<Uint8Array>;
  readonly #most: number;
  #left: Uint8Array = new Uint8Array(0);
  #taken = 0;

  /**
   * @param pieces base 64 of a gzip stream, whose checksum is compared at its end
   * @param most bytes that it may hold: a stream that swells is left off
   */
  constructor(pieces: Iterable<string>, most: number) {
    const each = pieces[Symbol.iterator]();
    const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const { done, value } = each.next();
        if (done) controller.close();
        else controller.enqueue(bytesOf(value));
      },
    });
    this.#pieces = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
    this.#most = most;
  }

  /** The next `length` bytes. @throws where there are fewer */
  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length;) {
      if (this.#left.length === 0 && !(await this.#more())) throw new RangeError(`it ended ${length - at} bytes early`);
      const piece = this.#left.subarray(0, length - at);
      bytes.set(piece, at);
      at += piece.length;
      this.#left = this.#left.subarray(piece.length);
    }
    return bytes;
  }

  /** Reads on to the end. @throws where more follows, or something of it is not as it was written */
  async end(): Promise<void> {
    if (this.#left.length > 0 || (await this.#more())) throw new RangeError('more follows than it should hold');
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.read();
    if (done) return false;
    this.#taken += value.length;
    if (this.#taken > this.#most) {
      await this.#pieces.cancel();
      throw new RangeError('more follows than it should hold');
    }
    this.#left = value;
    return true;
  }
}

import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { ForeignFile } from '../foreign-model.ts';

/** Wire types of protocol buffers (protobuf.dev/programming-guides/encoding). */
const [VARINT, EIGHT_BYTES, LENGTH_DELIMITED, FOUR_BYTES] = [0, 1, 2, 5];
const LONGEST_VARINT = 10;
/** Read at once, so that a field does not cost a look at the disk. */
const LOOK = 2 ** 16;
/** Far more than a graph of ours has in any one message. */
const MOST_FIELDS = 20_000;
/** Of a text, or of what is small enough to be held in memory. */
const LONGEST_SHORT = 2 ** 20;

/** Where the content of a message lies in its file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One field of a message: a whole number, or where its content lies. */
export interface Field extends Span {
  readonly field: number;
  /** of a whole number; otherwise 0 */
  readonly value: number;
  readonly isSpan: boolean;
}

const torn = () => damaged(message('phrases.message-torn'));

/** A file read by its fields, however large what lies between them is. */
export class Fields {
  readonly #file: ForeignFile;
  #bytes: Buffer = Buffer.alloc(0);
  #from = 0;

  constructor(file: ForeignFile) {
    this.#file = file;
  }

  get all(): Span {
    return { start: 0, end: this.#file.bytes };
  }

  async #byteAt(position: number): Promise<number> {
    if (position < this.#from || position >= this.#from + this.#bytes.length) {
      this.#bytes = await this.#file.read(position, Math.min(LOOK, this.#file.bytes - position));
      this.#from = position;
    }
    return this.#bytes[position - this.#from];
  }

  /** @throws Fault where the number does not end within the message, or is none that we can count with */
  async #varint(position: number, end: number): Promise<{ value: number; next: number }> {
    let value = 0n;
    for (let at = 0; at < LONGEST_VARINT && position + at < end; at++) {
      const byte = await this.#byteAt(position + at);
      value |= BigInt(byte & 0x7f) << BigInt(7 * at);
      if (byte >= 0x80) continue;
      const number = Number(BigInt.asIntN(64, value));
      if (!Number.isSafeInteger(number)) throw torn();
      return { value: number, next: position + at + 1 };
    }
    throw torn();
  }

  /** The fields of a message in their order. @throws Fault where they do not fit into it */
  async *of({ start, end }: Span): AsyncGenerator<Field> {
    let position = start;
    for (let count = 0; position < end; count++) {
      if (count >= MOST_FIELDS) throw torn();
      const { value: key, next } = await this.#varint(position, end);
      const [field, type] = [Math.floor(key / 8), key % 8];
      if (type === VARINT) {
        const number = await this.#varint(next, end);
        position = number.next;
        yield { field, value: number.value, isSpan: false, start: next, end: position };
      } else if (type === LENGTH_DELIMITED) {
        const { value: length, next: from } = await this.#varint(next, end);
        if (length < 0 || from + length > end) throw torn();
        position = from + length;
        yield { field, value: 0, isSpan: true, start: from, end: position };
      } else if (type === EIGHT_BYTES || type === FOUR_BYTES) {
        position = next + (type === EIGHT_BYTES ? 8 : 4);
        if (position > end) throw torn();
      } else throw torn();
    }
  }

  /** What is written there, as text. @throws Fault where it is very long */
  async text({ start, end }: Span): Promise<string> {
    if (end - start > LONGEST_SHORT) throw torn();
    return (await this.#file.read(start, end - start)).toString('utf8');
  }

  /** The whole numbers of a list, which stand in a field of their own each, or packed into one. */
  async numbers({ value, isSpan, start, end }: Field, most: number): Promise<number[]> {
    if (!isSpan) return [value];
    const numbers: number[] = [];
    for (let position = start; position < end;) {
      if (numbers.length >= most) throw torn();
      const { value: number, next } = await this.#varint(position, end);
      numbers.push(number);
      position = next;
    }
    return numbers;
  }
}

import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { ForeignFile } from '../foreign-model.ts';

/** Where nothing lies, as HDF5 writes it. */
export const NOWHERE = Infinity;
const UNDEFINED = 0xffffffffffffffffn;

/** Fields that stand one behind the other, little-endian. Beyond the end everything throws a RangeError. */
export class Fields {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Buffer {
    if (length > this.left) throw new RangeError(`${length} bytes of ${this.left}`);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  skip(length: number): this {
    this.take(length);
    return this;
  }

  /** A whole number of one, two, four or eight bytes; all ones of eight are `NOWHERE`. */
  number(bytes: number): number {
    const field = this.take(bytes);
    if (bytes < 8) return field.readUIntLE(0, bytes);
    const value = field.readBigUInt64LE();
    if (value === UNDEFINED) return NOWHERE;
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} lies beyond every file`);
    return Number(value);
  }

  signature(letters: string): this {
    if (this.take(letters.length).toString('latin1') !== letters) throw damaged(message('phrases.header-unfit'));
    return this;
  }
}

/** Far more than the structure of a model takes: a hundred layers have some thousand parts of some hundred bytes. */
const MOST_PARTS = 10_000;
const MOST_BYTES = 64 * 2 ** 20;

/** What lies around the numbers of a file. Whatever leads in a circle runs out of what may be read. */
export class Structure {
  readonly file: ForeignFile;
  #parts = 0;
  #bytes = 0;

  constructor(file: ForeignFile) {
    this.file = file;
  }

  /** @throws RangeError beyond the file's end */
  async read(address: number, length: number): Promise<Fields> {
    this.#bytes += length;
    if (++this.#parts > MOST_PARTS || this.#bytes > MOST_BYTES) throw damaged(message('networks.hdf5-endless'));
    if (!(address >= 0) || address + length > this.file.bytes) throw new RangeError(`${length} bytes at ${address}`);
    return new Fields(await this.file.read(address, length));
  }
}

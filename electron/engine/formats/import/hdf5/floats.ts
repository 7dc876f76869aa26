import { endianness } from 'node:os';
import { fromHalf } from '../../storyteller/float16.ts';
import { Fields } from './structure.ts';

/** How a dataset writes its numbers down. */
export interface FloatKind {
  /** bytes */
  readonly width: 2 | 4 | 8;
  readonly big: boolean;
}

const FLOAT = 1;
/** Widths of exponent and fraction of IEEE 754, and the exponent's bias, by bytes. */
const IEEE: Readonly<Record<number, readonly [exponent: number, fraction: number, bias: number]>> = {
  2: [5, 10, 15],
  4: [8, 23, 127],
  8: [11, 52, 1023],
};

/** What a datatype says; nothing where it is none of the floats of IEEE 754. */
export function floatKind(type: Buffer): FloatKind | undefined {
  const fields = new Fields(type);
  const [kind, order, sign] = [fields.number(1) & 15, fields.number(1), fields.number(1)];
  const width = fields.skip(1).number(4);
  if (kind !== FLOAT || !(width in IEEE) || order & 0x40) return undefined;
  const [exponent, fraction, bias] = IEEE[width];
  const bits = 8 * width;
  const [first, precision] = [fields.number(2), fields.number(2)];
  const places = [fields.number(1), fields.number(1), fields.number(1), fields.number(1)];
  const expected = [fraction, exponent, 0, fraction];
  const usual = first === 0 && precision === bits && sign === bits - 1 && fields.number(4) === bias;
  if (!usual || places.some((place, n) => place !== expected[n])) return undefined;
  return { width: width as FloatKind['width'], big: (order & 1) !== 0 };
}

const READ: Readonly<Record<FloatKind['width'], (bytes: Buffer, at: number, big: boolean) => number>> = {
  2: (bytes, at, big) => fromHalf(big ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)),
  4: (bytes, at, big) => (big ? bytes.readFloatBE(at) : bytes.readFloatLE(at)),
  8: (bytes, at, big) => (big ? bytes.readDoubleBE(at) : bytes.readDoubleLE(at)),
};

/** Puts numbers as they are written down into `target` from `at` on; as many as `bytes` holds. */
export function putFloats(target: Float32Array, at: number, bytes: Buffer, { width, big }: FloatKind): void {
  const count = bytes.length / width;
  if (width === 4 && big === (endianness() === 'BE')) {
    bytes.copy(Buffer.from(target.buffer, target.byteOffset + 4 * at, 4 * count));
    return;
  }
  const read = READ[width];
  for (let n = 0; n < count; n++) target[at + n] = read(bytes, n * width, big);
}

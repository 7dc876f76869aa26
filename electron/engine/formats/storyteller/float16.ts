/** IEEE 754 half precision, by hand: not every browser has arrays of it. */

const floats = new Float32Array(1);
const bits = new Uint32Array(floats.buffer);

/** Bits of the nearest half, ties to even; what is beyond 65504 becomes infinite. */
export function toHalf(value: number): number {
  floats[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const rest = bits[0] & 0x7fffffff;
  if (rest > 0x7f800000) return sign | 0x7e00;
  // from 65520 on: half of a step beyond the largest
  if (rest >= 0x477ff000) return sign | 0x7c00;
  // below 2^-14 steps are 2^-24 each: adding 0.5 leaves them in the lowest bits, rounded
  if (rest < 0x38800000) {
    floats[0] = Math.abs(value) + 0.5;
    return sign | (bits[0] - 0x3f000000);
  }
  return sign | ((rest - 0x38000000 + 0xfff + ((rest >>> 13) & 1)) >>> 13);
}

/** Value of a half's bits. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

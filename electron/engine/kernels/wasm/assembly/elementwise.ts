import { address, float, integer, next } from './control';
import { madd, total } from './vectors';

/** Numbers that a thread takes at once. */
const PART: i32 = 4096;

/** 0 times 1 to 2, 3 how many numbers. */
export function multiplyEach(_thread: i32): void {
  const count = integer(3) << 2;
  for (let first = next() * PART * 4; first < count; first = next() * PART * 4) {
    const end = <usize>min(count, first + PART * 4);
    for (let at = <usize>first; at < end; at += 16)
      v128.store(address(2) + at, f32x4.mul(v128.load(address(0) + at), v128.load(address(1) + at)));
  }
}

/** A hash in which every bit of the number sways every bit (Wellons' lowbias32). */
function hash(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Dropout's factors by hashing the place of each: 0 where they go, 1 how many; 2 and 3 keys, 4 below which a hash drops, 5 the others' factor. */
export function dropout(_thread: i32): void {
  const count = integer(1);
  const first = i32x4.splat(integer(2));
  const second = i32x4.splat(integer(3));
  const limit = i32x4.splat(integer(4));
  const factor = f32x4.splat(float(5));
  for (let from = next() * PART; from < count; from = next() * PART)
    for (let at = from; at < min(count, from + PART); at += 4) {
      const place = i32x4.add(i32x4.splat(at), i32x4(0, 1, 2, 3));
      const drawn = hash(i32x4.add(hash(v128.xor(place, first)), second));
      v128.store(address(0) + ((<usize>at) << 2), v128.and(factor, i32x4.ge_u(drawn, limit)));
    }
}

/** Sums of squares by parts: 0 the numbers, 1 how many, 2 where the sums go, float64 [parts of 4096]. */
export function squares(_thread: i32): void {
  const count = integer(1);
  for (let part = next(); part * PART < count; part = next()) {
    const from = address(0) + ((<usize>(part * PART)) << 2);
    store<f64>(address(2) + ((<usize>part) << 3), dot(from, from, min(PART, count - part * PART)));
  }
}

function dot(a: usize, b: usize, count: i32): f64 {
  let low = f32x4.splat(0);
  let high = f32x4.splat(0);
  const end = a + ((<usize>count) << 2);
  for (; a < end; a += 32, b += 32) {
    low = madd(v128.load(a), v128.load(b), low);
    high = madd(v128.load(a, 16), v128.load(b, 16), high);
  }
  return <f64>total(f32x4.add(low, high));
}

/** Square of the norm of left^T * right without the product: 0 left, 1 its stride, 2 its columns, 3 to 5 right, 6 rows, 7 where it goes, float64. By one thread. */
export function squareOfProduct(_thread: i32): void {
  const rows = integer(6);
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      const left = dot(address(0) + <usize>i * address(1), address(0) + <usize>j * address(1), integer(2));
      const right = dot(address(3) + <usize>i * address(4), address(3) + <usize>j * address(4), integer(5));
      sum += (i == j ? 1 : 2) * left * right;
    }
  store<f64>(address(7), sum);
}

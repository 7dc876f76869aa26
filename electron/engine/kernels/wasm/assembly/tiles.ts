import { madd } from './vectors';

// [rows, 8] = rows of A times a panel of B, for one to six rows: as many sums as stay in registers. A lies as [k][rows], B
// as [k][8]; both are read straight through. Written out, because the number of registers must be known to the compiler.

/** What the sums start from: what stands there, or nothing. */
export function start(out: usize, add: bool): v128 {
  return add ? v128.load(out) : f32x4.splat(0);
}

/** Two terms at a time: a single row's two sums would wait for one another. */
export function tileOfOne(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out, add);
  let t0 = start(out + 16, add);
  let s1 = f32x4.splat(0);
  let t1 = s1;
  while (b + 32 < end) {
    let x = v128.load32_splat(a);
    s0 = madd(x, v128.load(b), s0);
    t0 = madd(x, v128.load(b, 16), t0);
    x = v128.load32_splat(a, 4);
    s1 = madd(x, v128.load(b, 32), s1);
    t1 = madd(x, v128.load(b, 48), t1);
    a += 8;
    b += 64;
  }
  if (b < end) {
    const x = v128.load32_splat(a);
    s0 = madd(x, v128.load(b), s0);
    t0 = madd(x, v128.load(b, 16), t0);
  }
  v128.store(out, f32x4.add(s0, s1));
  v128.store(out, f32x4.add(t0, t1), 16);
}

export function tileOfTwo(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out + 0, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s0 = madd(x, b0, s0);
    t0 = madd(x, b1, t0);
    x = v128.load32_splat(a, 4);
    s1 = madd(x, b0, s1);
    t1 = madd(x, b1, t1);
    a += 8;
    b += 32;
  }
  v128.store(out, s0, 0);
  v128.store(out, t0, 16);
  v128.store(out, s1, 32);
  v128.store(out, t1, 48);
}

export function tileOfThree(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out + 0, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  let s2 = start(out + 64, add);
  let t2 = start(out + 80, add);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s0 = madd(x, b0, s0);
    t0 = madd(x, b1, t0);
    x = v128.load32_splat(a, 4);
    s1 = madd(x, b0, s1);
    t1 = madd(x, b1, t1);
    x = v128.load32_splat(a, 8);
    s2 = madd(x, b0, s2);
    t2 = madd(x, b1, t2);
    a += 12;
    b += 32;
  }
  v128.store(out, s0, 0);
  v128.store(out, t0, 16);
  v128.store(out, s1, 32);
  v128.store(out, t1, 48);
  v128.store(out, s2, 64);
  v128.store(out, t2, 80);
}

export function tileOfFour(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out + 0, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  let s2 = start(out + 64, add);
  let t2 = start(out + 80, add);
  let s3 = start(out + 96, add);
  let t3 = start(out + 112, add);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s0 = madd(x, b0, s0);
    t0 = madd(x, b1, t0);
    x = v128.load32_splat(a, 4);
    s1 = madd(x, b0, s1);
    t1 = madd(x, b1, t1);
    x = v128.load32_splat(a, 8);
    s2 = madd(x, b0, s2);
    t2 = madd(x, b1, t2);
    x = v128.load32_splat(a, 12);
    s3 = madd(x, b0, s3);
    t3 = madd(x, b1, t3);
    a += 16;
    b += 32;
  }
  v128.store(out, s0, 0);
  v128.store(out, t0, 16);
  v128.store(out, s1, 32);
  v128.store(out, t1, 48);
  v128.store(out, s2, 64);
  v128.store(out, t2, 80);
  v128.store(out, s3, 96);
  v128.store(out, t3, 112);
}

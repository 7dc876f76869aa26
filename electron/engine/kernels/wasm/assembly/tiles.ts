import { madd } from './vectors';

// [rows, 8] = rows of A times a panel of B, for one to six rows: as many sums as stay in registers. A lies as [k][rows], B
// as [k][8]; both are read straight through.

/** What the sums start from: what stands there, or nothing. */
function start(out: usize, add: bool): v128 {
  return add ? v128.load(out) : f32x4.splat(0);
}

function store(out: usize, s: v128, t: v128): void {
  v128.store(out, s);
  v128.store(out, t, 16);
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
  store(out, f32x4.add(s0, s1), f32x4.add(t0, t1));
}

// How many rows a tile has, as the size of a type: the compiler then leaves out the branches, and the sums, of rows that it
// has not.
@unmanaged
export class TwoRows {
  private rows: u16;
}
@unmanaged
export class ThreeRows extends TwoRows {
  private third: u8;
}
@unmanaged
export class FourRows extends ThreeRows {
  private fourth: u8;
}
@unmanaged
export class FiveRows extends FourRows {
  private fifth: u8;
}
@unmanaged
export class SixRows extends FiveRows {
  private sixth: u8;
}

export function tileOf<Rows>(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  const rows = <i32>offsetof<Rows>();
  let s0 = start(out, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  let s2 = rows > 2 ? start(out + 64, add) : f32x4.splat(0);
  let t2 = rows > 2 ? start(out + 80, add) : s2;
  let s3 = rows > 3 ? start(out + 96, add) : f32x4.splat(0);
  let t3 = rows > 3 ? start(out + 112, add) : s3;
  let s4 = rows > 4 ? start(out + 128, add) : f32x4.splat(0);
  let t4 = rows > 4 ? start(out + 144, add) : s4;
  let s5 = rows > 5 ? start(out + 160, add) : f32x4.splat(0);
  let t5 = rows > 5 ? start(out + 176, add) : s5;
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s0 = madd(x, b0, s0);
    t0 = madd(x, b1, t0);
    x = v128.load32_splat(a, 4);
    s1 = madd(x, b0, s1);
    t1 = madd(x, b1, t1);
    if (rows > 2) {
      x = v128.load32_splat(a, 8);
      s2 = madd(x, b0, s2);
      t2 = madd(x, b1, t2);
    }
    if (rows > 3) {
      x = v128.load32_splat(a, 12);
      s3 = madd(x, b0, s3);
      t3 = madd(x, b1, t3);
    }
    if (rows > 4) {
      x = v128.load32_splat(a, 16);
      s4 = madd(x, b0, s4);
      t4 = madd(x, b1, t4);
    }
    if (rows > 5) {
      x = v128.load32_splat(a, 20);
      s5 = madd(x, b0, s5);
      t5 = madd(x, b1, t5);
    }
    a += 4 * rows;
    b += 32;
  }
  store(out, s0, t0);
  store(out + 32, s1, t1);
  if (rows > 2) store(out + 64, s2, t2);
  if (rows > 3) store(out + 96, s3, t3);
  if (rows > 4) store(out + 128, s4, t4);
  if (rows > 5) store(out + 160, s5, t5);
}

import { start } from './tiles';
import { madd } from './vectors';

// The tiles of most products: see tiles.ts.

export function tileOfFive(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out + 0, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  let s2 = start(out + 64, add);
  let t2 = start(out + 80, add);
  let s3 = start(out + 96, add);
  let t3 = start(out + 112, add);
  let s4 = start(out + 128, add);
  let t4 = start(out + 144, add);
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
    x = v128.load32_splat(a, 16);
    s4 = madd(x, b0, s4);
    t4 = madd(x, b1, t4);
    a += 20;
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
  v128.store(out, s4, 128);
  v128.store(out, t4, 144);
}

export function tileOfSix(a: usize, b: usize, end: usize, out: usize, add: bool): void {
  let s0 = start(out + 0, add);
  let t0 = start(out + 16, add);
  let s1 = start(out + 32, add);
  let t1 = start(out + 48, add);
  let s2 = start(out + 64, add);
  let t2 = start(out + 80, add);
  let s3 = start(out + 96, add);
  let t3 = start(out + 112, add);
  let s4 = start(out + 128, add);
  let t4 = start(out + 144, add);
  let s5 = start(out + 160, add);
  let t5 = start(out + 176, add);
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
    x = v128.load32_splat(a, 16);
    s4 = madd(x, b0, s4);
    t4 = madd(x, b1, t4);
    x = v128.load32_splat(a, 20);
    s5 = madd(x, b0, s5);
    t5 = madd(x, b1, t5);
    a += 24;
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
  v128.store(out, s4, 128);
  v128.store(out, t4, 144);
  v128.store(out, s5, 160);
  v128.store(out, t5, 176);
}

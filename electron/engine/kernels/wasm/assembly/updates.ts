import { address, float, integer, next } from './control';
import { fromPanel, fromRow, openProduct, rowCount, sumsOf, takePart, toPanel, workOut } from './product';
import { madd } from './vectors';

// Optimisers. Arguments from 20 on: 20 the rule, 21 learning rate, 22 momentum, 23 decay (descent: added to the gradient; Adam:
// what is kept of a weight), 24 factor of the gradient; 25 the variable, 26 and 27 its slots. In one pass over all of them.

const DESCENT: i32 = 0;
const MOMENTUM: i32 = 1;
const RMSPROP: i32 = 2;
const RMSPROP_MOMENTUM: i32 = 3;

/** Numbers of a part of what lies in a row. */
const PART: i32 = 4096;

/** Without what is so small that it only slows the processor down (denormal numbers), where sums fade away by and by. */
function faded(x: v128): v128 {
  return v128.and(x, f32x4.gt(f32x4.abs(x), f32x4.splat(1e-30)));
}

function descend(g: usize, w: usize, end: usize): void {
  const scale = f32x4.splat(float(24));
  const decay = f32x4.splat(float(23));
  const rate = f32x4.splat(-float(21));
  for (; w < end; w += 16, g += 16) {
    const value = v128.load(w);
    const pull = madd(value, decay, f32x4.mul(v128.load(g), scale));
    v128.store(w, madd(pull, rate, value));
  }
}

function descendWithMomentum(g: usize, w: usize, end: usize, slot: usize): void {
  const scale = f32x4.splat(float(24));
  const decay = f32x4.splat(float(23));
  const rate = f32x4.splat(-float(21));
  const kept = f32x4.splat(float(22));
  for (; w < end; w += 16, g += 16, slot += 16) {
    const value = v128.load(w);
    const pull = madd(value, decay, f32x4.mul(v128.load(g), scale));
    const momentum = faded(madd(v128.load(slot), kept, pull));
    v128.store(slot, momentum);
    v128.store(w, madd(momentum, rate, value));
  }
}

/** What RMSProp would move a weight by; keeps the mean square. */
function rootMove(g: v128, slot: usize): v128 {
  const square = madd(v128.load(slot), f32x4.splat(0.9), f32x4.mul(f32x4.mul(g, g), f32x4.splat(0.1)));
  v128.store(slot, square);
  return f32x4.div(f32x4.mul(g, f32x4.splat(float(21))), f32x4.sqrt(f32x4.add(square, f32x4.splat(1e-10))));
}

function rmsprop(g: usize, w: usize, end: usize, slot: usize): void {
  const scale = f32x4.splat(float(24));
  for (; w < end; w += 16, g += 16, slot += 16)
    v128.store(w, f32x4.sub(v128.load(w), rootMove(f32x4.mul(v128.load(g), scale), slot)));
}

function rmspropWithMomentum(g: usize, w: usize, end: usize, slot: usize, other: usize): void {
  const scale = f32x4.splat(float(24));
  const kept = f32x4.splat(float(22));
  for (; w < end; w += 16, g += 16, slot += 16, other += 16) {
    const move = rootMove(f32x4.mul(v128.load(g), scale), slot);
    const momentum = faded(madd(v128.load(other), kept, move));
    v128.store(other, momentum);
    v128.store(w, f32x4.sub(v128.load(w), momentum));
  }
}

function adam(g: usize, w: usize, end: usize, m: usize, v: usize): void {
  const scale = f32x4.splat(float(24));
  const rate = f32x4.splat(float(21));
  const kept = f32x4.splat(float(23));
  for (; w < end; w += 16, g += 16, m += 16, v += 16) {
    const pull = f32x4.mul(v128.load(g), scale);
    const mean = faded(madd(v128.load(m), f32x4.splat(0.9), f32x4.mul(pull, f32x4.splat(0.1))));
    const square = faded(madd(v128.load(v), f32x4.splat(0.999), f32x4.mul(f32x4.mul(pull, pull), f32x4.splat(0.001))));
    v128.store(m, mean);
    v128.store(v, square);
    const move = f32x4.div(f32x4.mul(mean, rate), f32x4.add(f32x4.sqrt(square), f32x4.splat(1e-8)));
    v128.store(w, f32x4.sub(f32x4.mul(v128.load(w), kept), move));
  }
}

/** Moves `count` numbers, `offset` bytes from the variable's and the slots' start, by their gradient at `g`. */
function move(g: usize, offset: usize, count: i32): void {
  const rule = integer(20);
  const w = address(25) + offset;
  const end = w + ((<usize>count) << 2);
  const slot = address(26) + offset;
  if (rule == DESCENT) descend(g, w, end);
  else if (rule == MOMENTUM) descendWithMomentum(g, w, end, slot);
  else if (rule == RMSPROP) rmsprop(g, w, end, slot);
  else if (rule == RMSPROP_MOMENTUM) rmspropWithMomentum(g, w, end, slot, address(27) + offset);
  else adam(g, w, end, slot, address(27) + offset);
}

/** A gradient that lies as the variable does: 0 the gradient, 1 how many numbers. */
export function updateAll(_thread: i32): void {
  const count = integer(1);
  for (let first = next() * PART; first < count; first = next() * PART)
    move(address(0) + ((<usize>first) << 2), (<usize>first) << 2, min(PART, count - first));
}

/** A gradient that is a product, which is never written out: arguments 0 to 13 of the product, 15 and 16 the variable's strides. */
export function updateByProduct(thread: i32): void {
  const stride = address(15);
  const panelBytes = address(16);
  openProduct(thread);
  while (takePart()) {
    workOut(0, 0, false);
    for (let panel = fromPanel; panel < toPanel; panel++) {
      let from = sumsOf(panel, 0, 0);
      let offset = <usize>panel * panelBytes + <usize>fromRow * stride;
      if (stride == 32) {
        move(from, offset, 8 * rowCount);
        continue;
      }
      for (let row = 0; row < rowCount; row++) {
        move(from, offset, 8);
        from += 32;
        offset += stride;
      }
    }
  }
}

/** A gradient of some rows: 0 [rows][stride], 1 its stride, 2 which rows, 3 how many; 4 and 5 the variable's strides, 6 its panels. */
export function updateRows(_thread: i32): void {
  const count = integer(3);
  const panels = integer(6);
  const together = address(5) == 32;
  for (let at = next(); at < count; at = next()) {
    const from = address(0) + <usize>at * address(1);
    const offset = <usize>load<i32>(address(2) + ((<usize>at) << 2)) * address(4);
    if (together) move(from, offset, 8 * panels);
    else
      for (let panel: usize = 0; panel < <usize>panels; panel++)
        move(from + (panel << 5), offset + panel * address(5), 8);
  }
}

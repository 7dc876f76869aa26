import { address, integer, next } from './control';
import { exp, total } from './vectors';

/** What no logit is below. */
const LEAST: f32 = -3.4e38;

function greatestOf(row: usize, whole: usize, end: usize): f32 {
  let most = f32x4.splat(LEAST);
  let at = row;
  // not `max`: on x86 it costs four instructions. A NaN is found by the sum of powers.
  for (; at < whole; at += 16) most = f32x4.pmax(most, v128.load(at));
  let greatest = LEAST;
  for (; at < end; at += 4) greatest = max(greatest, load<f32>(at));
  greatest = max(greatest, max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)));
  return max(greatest, max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
}

/** Powers of e of a row less its greatest; they are left at `to`, or not where that is 0. Returns their sum. */
function powers(row: usize, whole: usize, end: usize, greatest: f32, to: usize): f32 {
  const most = f32x4.splat(greatest);
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let at = row;
  for (; at + 16 < whole; at += 32) {
    const x = exp(f32x4.sub(v128.load(at), most));
    const y = exp(f32x4.sub(v128.load(at, 16), most));
    a = f32x4.add(a, x);
    b = f32x4.add(b, y);
    if (to != 0) {
      v128.store(to + (at - row), x);
      v128.store(to + (at - row), y, 16);
    }
  }
  for (; at < whole; at += 16) {
    const x = exp(f32x4.sub(v128.load(at), most));
    a = f32x4.add(a, x);
    if (to != 0) v128.store(to + (at - row), x);
  }
  let sum = total(f32x4.add(a, b));
  for (; at < end; at += 4) {
    const x = f32x4.extract_lane(exp(f32x4.splat(load<f32>(at) - greatest)), 0);
    sum += x;
    if (to != 0) store<f32>(to + (at - row), x);
  }
  return sum;
}

/** Makes powers of e the gradient: their share of the sum, less 1 at the target; what fills up the row is 0. */
function shares(row: usize, end: usize, sum: f32, target: usize, filled: usize): void {
  const factor = f32x4.splat(1 / sum);
  for (let at = row; at < filled; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor));
  for (let at = end; at < filled; at += 4) store<f32>(at, 0);
  store<f32>(target, load<f32>(target) - 1);
}

/** Adds numbers to a row, up to where it is filled up. */
function correct(row: usize, filled: usize, corrections: usize): void {
  for (let at = row; at < filled; at += 16)
    v128.store(at, f32x4.add(v128.load(at), v128.load(corrections + (at - row))));
}

/**
 * Softmax cross-entropy: 0 logits, 1 bytes of a row, 2 rows, 3 classes, 4 targets, 5 where the gradient goes, of the same
 * stride, or 0; 6 a row's sum of powers, its target's logit less the greatest, and 1 or 0 as that was right, [3][rows];
 * 7 rows of a part; 8 corrections or 0, which are added to each row of logits for all but whether it was right.
 */
export function crossEntropy(_thread: i32): void {
  const stride = address(1);
  const rows = integer(2);
  const classes = (<usize>integer(3)) << 2;
  const gradient = address(5);
  const results = address(6);
  const part = integer(7);
  const corrections = address(8);
  for (let first = next() * part; first < rows; first = next() * part) {
    for (let row = first; row < min(rows, first + part); row++) {
      const logits = address(0) + <usize>row * stride;
      const end = logits + classes;
      const whole = logits + (classes & ~15);
      const target = (<usize>load<i32>(address(4) + ((<usize>row) << 2))) << 2;
      let greatest = greatestOf(logits, whole, end);
      const right = load<f32>(logits + target) >= greatest;
      if (corrections != 0) {
        correct(logits, logits + stride, corrections);
        greatest = greatestOf(logits, whole, end);
      }
      const atTarget = load<f32>(logits + target) - greatest;
      const to: usize = gradient == 0 ? 0 : gradient + <usize>row * stride;
      const sum = powers(logits, whole, end, greatest, to);
      if (to != 0) shares(to, to + classes, sum, to + target, to + stride);
      store<f32>(results + ((<usize>row) << 2), sum);
      store<f32>(results + ((<usize>(rows + row)) << 2), atTarget);
      store<f32>(results + ((<usize>(2 * rows + row)) << 2), right ? 1 : 0);
    }
  }
}

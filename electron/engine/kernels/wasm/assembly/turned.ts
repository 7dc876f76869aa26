import { address, float, integer, next } from './control';
import { madd } from './vectors';

// Products with a transposed matrix for few rows: eight of its rows are multiplied with a row of the left side where they lie,
// which spares transposing what is read but once.

/** Sums of four vectors. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<i64>(ab, cd, 0, 2), v128.shuffle<i64>(ab, cd, 1, 3));
}

/** Four numbers at a place of a row times a row's at another, added to a sum. */
function term(left: v128, right: usize, sum: v128): v128 {
  return madd(left, v128.load(right), sum);
}

/**
 * A row times each of eight rows of a matrix, to eight numbers.
 * @param stride bytes from a row of the matrix to the next
 * @param panelStride bytes from eight of its columns to the next
 */
export function multiplyTurned(
  left: usize,
  right: usize,
  stride: usize,
  panelStride: usize,
  panels: i32,
  out: usize,
): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  for (let panel = 0; panel < panels; panel++) {
    for (let half: usize = 0; half < 32; half += 16) {
      const x = v128.load(left + half);
      let row = right + half;
      a = term(x, row, a);
      b = term(x, row + stride, b);
      c = term(x, row + 2 * stride, c);
      d = term(x, row + 3 * stride, d);
      row += 4 * stride;
      e = term(x, row, e);
      f = term(x, row + stride, f);
      g = term(x, row + 2 * stride, g);
      h = term(x, row + 3 * stride, h);
    }
    left += 32;
    right += panelStride;
  }
  v128.store(out, sums(a, b, c, d));
  v128.store(out, sums(e, f, g, h), 16);
}

/**
 * left * right^T * scale + bias: 0 left, 1 its stride, 2 rows, 3 the scale; 4 right, 5 and 6 its strides, 7 panels of its columns,
 * 8 its rows by eights; 9 where it goes, 10 its stride, 11 a bias or 0.
 */
export function turnedProduct(_thread: i32): void {
  const stride = address(5);
  const blocks = integer(8);
  const scale = f32x4.splat(float(3));
  const bias = address(11);
  for (let block = next(); block < blocks; block = next()) {
    const right = address(4) + ((<usize>block) << 3) * stride;
    const column = (<usize>block) << 5;
    for (let row = 0; row < integer(2); row++) {
      const out = address(9) + <usize>row * address(10) + column;
      multiplyTurned(address(0) + <usize>row * address(1), right, stride, address(6), integer(7), out);
      for (let half: usize = 0; half < 32; half += 16) {
        const product = f32x4.mul(v128.load(out + half), scale);
        v128.store(out + half, bias == 0 ? product : f32x4.add(product, v128.load(bias + column + half)));
      }
    }
  }
}

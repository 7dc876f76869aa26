import { meet, next } from './control';
import { FiveRows, FourRows, SixRows, ThreeRows, tileOf, tileOfOne, TwoRows } from './tiles';

/** Rows of the largest tile. */
export const TILE: i32 = 6;

/** Tiles that `rows` are cut into, of one size as nearly as can be. */
export function tilesOf(rows: i32): i32 {
  return (rows + TILE - 1) / TILE;
}

/** The first row of a tile; that of the tile after the last is `rows`, which may be more than a hundred thousand symbols. */
export function firstRow(tile: i32, tiles: i32, rows: i32): i32 {
  return <i32>((<i64>tile * <i64>rows) / <i64>tiles);
}

/**
 * Packs rows of a matrix, as tiles read them: [tile][k][row of the tile].
 * @param stride bytes from a row to the next
 */
function packTile(from: usize, stride: usize, rows: i32, k: i32, scale: v128, to: usize): void {
  const step: usize = (<usize>rows) << 2;
  for (let row = 0; row < rows; row++) {
    let source = from + <usize>row * stride;
    let target = to + ((<usize>row) << 2);
    const whole = source + ((<usize>(k & ~3)) << 2);
    const end = source + ((<usize>k) << 2);
    for (; source < whole; source += 16) {
      const x = f32x4.mul(v128.load(source), scale);
      v128.store32_lane(target, x, 0);
      v128.store32_lane(target + step, x, 1);
      v128.store32_lane(target + 2 * step, x, 2);
      v128.store32_lane(target + 3 * step, x, 3);
      target += 4 * step;
    }
    for (; source < end; source += 4) {
      store<f32>(target, load<f32>(source) * f32x4.extract_lane(scale, 0));
      target += step;
    }
  }
}

/** The same of a matrix that is to be transposed: its columns are the rows of the tile. */
function packTransposedTile(from: usize, stride: usize, rows: i32, k: i32, scale: f32, to: usize): void {
  const width = (<usize>rows) << 2;
  for (let at = 0; at < k; at++) {
    for (let byte: usize = 0; byte < width; byte += 4) store<f32>(to + byte, load<f32>(from + byte) * scale);
    from += stride;
    to += width;
  }
}

/** All threads together: the left side of a product [rows, k], scaled and packed. Each has seen all of it afterwards. */
export function packLeft(from: usize, stride: usize, transposed: bool, rows: i32, k: i32, scale: f32, to: usize): void {
  const tiles = tilesOf(rows);
  for (let tile = next(); tile < tiles; tile = next()) {
    const first = firstRow(tile, tiles, rows);
    const count = firstRow(tile + 1, tiles, rows) - first;
    const target = to + ((<usize>first * <usize>k) << 2);
    if (transposed) packTransposedTile(from + ((<usize>first) << 2), stride, count, k, scale, target);
    else packTile(from + <usize>first * stride, stride, count, k, f32x4.splat(scale), target);
  }
  meet();
}

/** Eight columns of some rows, as tiles read them: [rows][8]. */
export function packPanel(from: usize, stride: usize, rows: i32, to: usize): void {
  const end = to + ((<usize>rows) << 5);
  while (to < end) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += stride;
    to += 32;
  }
}

/**
 * Rows of the tiles `from` up to `to` of a packed left side [rows, k], from k `k0` on, times a panel of `count` rows.
 * @param out [rows of these tiles][8]
 * @param add whether to add to what stands there
 */
export function multiply(
  left: usize,
  rows: i32,
  k: i32,
  k0: i32,
  count: i32,
  from: i32,
  to: i32,
  panel: usize,
  out: usize,
  add: bool,
): void {
  const tiles = tilesOf(rows);
  const end = panel + ((<usize>count) << 5);
  let first = firstRow(from, tiles, rows);
  for (let tile = from; tile < to; tile++) {
    const after = firstRow(tile + 1, tiles, rows);
    const size = after - first;
    const a = left + ((<usize>first * <usize>k + <usize>(k0 * size)) << 2);
    if (size == 6) tileOf<SixRows>(a, panel, end, out, add);
    else if (size == 5) tileOf<FiveRows>(a, panel, end, out, add);
    else if (size == 4) tileOf<FourRows>(a, panel, end, out, add);
    else if (size == 3) tileOf<ThreeRows>(a, panel, end, out, add);
    else if (size == 2) tileOf<TwoRows>(a, panel, end, out, add);
    else tileOfOne(a, panel, end, out, add);
    out += (<usize>size) << 5;
    first = after;
  }
}

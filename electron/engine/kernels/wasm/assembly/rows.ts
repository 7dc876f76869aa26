import { address, float, integer, next } from './control';

/** Rows, or eight columns of many rows, that a thread takes at once. */
const PART: i32 = 8;

/** Rows of a table by number, with a bias: 0 the table, 1 and 2 its strides, 3 its panels, 4 the numbers, 5 how many; 6 where they go, 7 its stride; 8 a bias or 0. */
export function gather(_thread: i32): void {
  const panels = <usize>integer(3);
  const count = integer(5);
  const bias = address(8);
  for (let first = next() * PART; first < count; first = next() * PART)
    for (let at = first; at < min(count, first + PART); at++) {
      const row = address(0) + <usize>load<i32>(address(4) + ((<usize>at) << 2)) * address(1);
      const to = address(6) + <usize>at * address(7);
      for (let panel: usize = 0; panel < panels; panel++) {
        const from = row + panel * address(2);
        let low = v128.load(from);
        let high = v128.load(from, 16);
        if (bias != 0) {
          low = f32x4.add(low, v128.load(bias + (panel << 5)));
          high = f32x4.add(high, v128.load(bias + (panel << 5), 16));
        }
        v128.store(to + (panel << 5), low);
        v128.store(to + (panel << 5), high, 16);
      }
    }
}

/** Adds up rows, each target's in the given order: 0 the rows, 1 their stride, 2 panels; 3 where each target's places begin [targets + 1], 4 the places; 5 how many targets, 6 the row of each; 7 where they go, 8 and 9 its strides. */
export function addRows(_thread: i32): void {
  const panels = <usize>integer(2);
  const targets = integer(5);
  for (let target = next(); target < targets; target = next()) {
    const begin = load<i32>(address(3) + ((<usize>target) << 2));
    const end = load<i32>(address(3) + ((<usize>target) << 2), 4);
    const row = address(7) + <usize>load<i32>(address(6) + ((<usize>target) << 2)) * address(8);
    for (let panel: usize = 0; panel < panels; panel++) {
      const to = row + panel * address(9);
      let low = v128.load(to);
      let high = v128.load(to, 16);
      for (let at = begin; at < end; at++) {
        const from = address(0) + <usize>load<i32>(address(4) + ((<usize>at) << 2)) * address(1) + (panel << 5);
        low = f32x4.add(low, v128.load(from));
        high = f32x4.add(high, v128.load(from, 16));
      }
      v128.store(to, low);
      v128.store(to, high, 16);
    }
  }
}

/** Sums of columns: 0 the rows, 1 their stride, 2 how many, 3 panels, 4 a factor, 5 where they go. */
export function sumColumns(_thread: i32): void {
  const rows = integer(2);
  const panels = integer(3);
  const factor = f32x4.splat(float(4));
  for (let first = next() * PART; first < panels; first = next() * PART)
    for (let panel = first; panel < min(panels, first + PART); panel++) {
      let low = f32x4.splat(0);
      let high = f32x4.splat(0);
      let from = address(0) + ((<usize>panel) << 5);
      for (let row = 0; row < rows; row++) {
        low = f32x4.add(low, v128.load(from));
        high = f32x4.add(high, v128.load(from, 16));
        from += address(1);
      }
      const to = address(5) + ((<usize>panel) << 5);
      v128.store(to, f32x4.mul(low, factor));
      v128.store(to, f32x4.mul(high, factor), 16);
    }
}

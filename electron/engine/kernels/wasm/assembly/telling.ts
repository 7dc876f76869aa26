/** In two roundings in every build, so that a story is told again on any machine. */
function addTimes(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * y += x * W for some vectors x, where each W is read once, at the pace of memory: it lies in panels of 32 columns,
 * [panels][rows][32], as many as stay in registers while all rows are added to them. Strides are bytes.
 */
export function addProduct(
  weights: usize,
  rows: i32,
  panels: i32,
  x: usize,
  xStride: usize,
  y: usize,
  yStride: usize,
  vectors: i32,
): void {
  const panelBytes = (<usize>rows) << 7;
  for (let panel = 0; panel < panels; panel++) {
    const end = weights + panelBytes;
    let from = x;
    let to = y;
    for (let vector = 0; vector < vectors; vector++) {
      let a = v128.load(to);
      let b = v128.load(to, 16);
      let c = v128.load(to, 32);
      let d = v128.load(to, 48);
      let e = v128.load(to, 64);
      let f = v128.load(to, 80);
      let g = v128.load(to, 96);
      let h = v128.load(to, 112);
      let value = from;
      for (let row = weights; row < end; row += 128) {
        const factor = v128.load32_splat(value);
        a = addTimes(factor, v128.load(row), a);
        b = addTimes(factor, v128.load(row, 16), b);
        c = addTimes(factor, v128.load(row, 32), c);
        d = addTimes(factor, v128.load(row, 48), d);
        e = addTimes(factor, v128.load(row, 64), e);
        f = addTimes(factor, v128.load(row, 80), f);
        g = addTimes(factor, v128.load(row, 96), g);
        h = addTimes(factor, v128.load(row, 112), h);
        value += 4;
      }
      v128.store(to, a);
      v128.store(to, b, 16);
      v128.store(to, c, 32);
      v128.store(to, d, 48);
      v128.store(to, e, 64);
      v128.store(to, f, 80);
      v128.store(to, g, 96);
      v128.store(to, h, 112);
      from += xStride;
      to += yStride;
    }
    weights = end;
    y += 128;
  }
}

import { moduleOf, op, type Code } from './wasm.ts';

/** Columns of a panel: eight vectors of four floats, which stay in registers while all rows are added to them. */
export const PANEL = 32;
const VECTORS = PANEL / 4;
const VECTOR_BYTES = 16;
const PANEL_BYTES = 4 * PANEL;

/**
 * y += x · W for some vectors x, in SIMD: W lies in panels of 32 columns, [panels, rows, 32], so that it is read once,
 * straight through, at the pace of memory. Addresses and strides are bytes.
 */
export type Multiply = (
  weights: number,
  rows: number,
  panels: number,
  x: number,
  xStride: number,
  y: number,
  yStride: number,
  vectors: number,
) => void;

const [WEIGHTS, ROWS, PANELS, X, X_STRIDE, Y, Y_STRIDE, LANES] = Array.from({ length: 8 }, (_, k) => k);
const [WEIGHT, VALUE, FROM, TO, ROW, LANE] = Array.from({ length: 6 }, (_, k) => 8 + k);
const FACTOR = 14;
const SUM = 15;

const each = (code: (k: number) => Code): number[] => Array.from({ length: VECTORS }, (_, k) => [...code(k)]).flat();

function body(): number[] {
  const { get, set, advance, constant } = op;
  const row = [
    ...op.loadSplat(VALUE),
    ...set(FACTOR),
    ...each((k) => [
      ...op.addFloats(get(SUM + k), op.multiplyFloats(get(FACTOR), op.load(WEIGHT, VECTOR_BYTES * k))),
      ...set(SUM + k),
    ]),
    ...advance(WEIGHT, constant(PANEL_BYTES)),
    ...advance(VALUE, constant(4)),
  ];
  const lane = [
    ...each((k) => [...op.load(TO, VECTOR_BYTES * k), ...set(SUM + k)]),
    ...[...get(WEIGHTS), ...set(WEIGHT), ...get(FROM), ...set(VALUE), ...get(ROWS), ...set(ROW)],
    ...op.repeat(ROW, row),
    ...each((k) => op.store(TO, VECTOR_BYTES * k, get(SUM + k))),
    ...advance(FROM, get(X_STRIDE)),
    ...advance(TO, get(Y_STRIDE)),
  ];
  const panel = [
    ...[...get(X), ...set(FROM), ...get(Y), ...set(TO), ...get(LANES), ...set(LANE)],
    ...op.repeat(LANE, lane),
    ...advance(WEIGHTS, op.multiply(get(ROWS), constant(PANEL_BYTES))),
    ...advance(Y, constant(PANEL_BYTES)),
  ];
  return op.repeat(PANELS, panel) as number[];
}

let compiled: WebAssembly.Module | undefined;

/** The product over a memory. */
export function multiplyIn(memory: WebAssembly.Memory): Multiply {
  compiled ??= new WebAssembly.Module(moduleOf(8, { i32: 6, v128: 1 + VECTORS }, body()));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports.run as Multiply;
}

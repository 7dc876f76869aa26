import { tellingModule } from '../kernels/wasm/module.ts';

/** Columns of a panel: eight vectors of four floats, which stay in registers while all rows are added to them. */
export const PANEL = 32;

/**
 * y += x · W for some vectors x: see assembly/telling.ts. Addresses and strides are bytes. A story is told again by its seed on
 * any machine, so products are summed in one order and never fused.
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

/** The product over a memory. */
export function multiplyIn(memory: WebAssembly.Memory): Multiply {
  return new WebAssembly.Instance(tellingModule(), { env: { memory } }).exports.addProduct as Multiply;
}

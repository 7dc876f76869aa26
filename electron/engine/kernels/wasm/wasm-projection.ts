import type { CrossEntropy, ProjectionGradients } from '../arithmetic.ts';
import { inRows, multiply, multiplyTurned, type Left, type Matrix } from './products.ts';
import { FLOAT, panelsOf, Storage } from './storage.ts';
import { ProductGradient } from './wasm-gradient.ts';
import type { WasmTargets } from './wasm-ids.ts';
import { sumColumns } from './wasm-lstm.ts';
import { WasmTensor } from './wasm-tensor.ts';
import type { WasmVariable } from './wasm-variable.ts';

export const leftOf = (x: WasmTensor, scale = 1): Left => ({
  ...{ at: x.at, stride: x.stride, rows: x.rows, depth: x.columns },
  transposed: false,
  scale,
});

/** left · weights, or left · weightsᵀ. */
export function times(left: Left, weights: Matrix, turned: boolean, columns: number, bias = 0): WasmTensor {
  const { machine, panels } = weights;
  const out = WasmTensor.create(machine, [left.rows, columns]);
  if (turned) multiplyTurned(machine, left, weights, out, bias);
  else multiply(machine, left, weights, panels, inRows(out.at, out.stride), bias);
  return out;
}

/** See `Arithmetic.project`. */
export function project(x: WasmTensor, weights: WasmVariable, bias: WasmVariable, tied: boolean): WasmTensor {
  return times(leftOf(x), weights, tied, bias.shape[0], bias.at);
}

/** See `Arithmetic.projectBackward`. */
export function projectBackward(
  x: WasmTensor,
  weights: WasmVariable,
  tied: boolean,
  gradient: WasmTensor,
  scale: number,
): ProjectionGradients {
  const [left, right] = tied ? [gradient, x] : [x, gradient];
  return {
    x: times(leftOf(gradient, scale), weights, !tied, x.columns),
    weights: new ProductGradient(weights, left, right, x.rows, scale),
    bias: sumColumns(weights.machine, panelsOf(gradient.columns), gradient, gradient.rows, scale),
  };
}

/** Numbers that a thread takes at once. */
const PART = 2 ** 12;

/** See `Arithmetic.softmaxCrossEntropy`. */
export function softmaxCrossEntropy(
  logits: WasmTensor,
  targets: WasmTargets,
  wantsGradient: boolean,
  corrections: WasmTensor | null,
): CrossEntropy {
  const { machine, rows, columns, stride } = logits;
  const gradient = wantsGradient ? WasmTensor.create(machine, [rows, columns]) : null;
  const results = new Storage(machine, 3 * rows * FLOAT);
  const part = Math.max(1, Math.floor(PART / columns));
  const isMuch = rows * columns > 2 ** 13;
  const place = [logits.at, stride, rows, columns, targets.at];
  machine.run('crossEntropy', isMuch, ...place, gradient?.at ?? 0, results.at, part, corrections?.at ?? 0);
  const { floats } = machine.heap;
  const [sums, shifted] = [results.at / FLOAT, results.at / FLOAT + rows];
  for (let row = 0; row < rows; row++) floats[sums + row] = Math.log(floats[sums + row]) - floats[shifted + row];
  const loss = new WasmTensor(machine, [rows], results);
  return { loss, correct: new WasmTensor(machine, [rows], results.hold(), 2 * rows * FLOAT), gradient };
}

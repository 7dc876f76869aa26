import { movesWhole } from '../../../contract/network-size.ts';
import type { ProjectionGradients } from '../arithmetic.ts';
import type { Candidates, DrawnCandidates, ProjectionOnto } from '../candidates.ts';
import type { Machine } from './machine.ts';
import { inRows, multiply, type Matrix } from './products.ts';
import { FLOAT, PANEL, PANEL_BYTES, panelsOf, Storage, strideOf } from './storage.ts';
import { RowsGradient, WholeGradient, type WasmGradient } from './wasm-gradient.ts';
import { WasmIds } from './wasm-ids.ts';
import { sumColumns } from './wasm-lstm.ts';
import { leftOf, times } from './wasm-projection.ts';
import { gather, sumRows } from './wasm-rows.ts';
import { WasmTensor } from './wasm-tensor.ts';
import type { WasmVariable } from './wasm-variable.ts';

export class WasmCandidates implements Candidates {
  readonly ids: WasmIds;
  readonly corrections: WasmTensor;

  constructor(machine: Machine, { ids, corrections }: DrawnCandidates) {
    this.ids = new WasmIds(machine, ids, 1, ids.length);
    this.corrections = WasmTensor.of(machine, [1, ids.length], corrections);
  }
}

export interface WasmOnto extends ProjectionOnto {
  readonly logits: WasmTensor;
  readonly weights: WasmTensor;
}

const matrixOf = ({ machine, at, stride, rows, columns }: WasmTensor): Matrix => ({
  ...{ machine, at, stride, rows },
  panelStride: PANEL_BYTES,
  panels: panelsOf(columns),
});

/** The rows of a table that are named, filled up to a multiple of eight as products want them. */
function rowsOf(table: WasmVariable, ids: WasmIds): WasmTensor {
  const { machine } = table;
  const [, columns] = table.shape;
  const stride = strideOf(columns);
  const count = ids.lanes;
  const filled = panelsOf(count) * PANEL;
  const storage = new Storage(machine, filled * stride);
  gather(table, ids, storage.at, stride);
  machine.heap.floats.fill(0, (storage.at + count * stride) / FLOAT, (storage.at + filled * stride) / FLOAT);
  return new WasmTensor(machine, [count, columns], storage);
}

/** See `CandidateArithmetic.projectOnto`. */
export function projectOnto(
  x: WasmTensor,
  weights: WasmVariable,
  bias: WasmVariable,
  { ids }: WasmCandidates,
): WasmOnto {
  const { machine } = weights;
  const rows = rowsOf(weights, ids);
  const { floats } = machine.heap;
  const own = ids.values.length;
  const biases = WasmTensor.of(
    machine,
    [1, own],
    Float32Array.from(ids.values, (id) => floats[bias.at / FLOAT + id]),
  );
  const logits = times(leftOf(x), matrixOf(rows), true, own, biases.at);
  biases.dispose();
  return { logits, weights: rows };
}

/** See `CandidateArithmetic.projectOntoBackward`. */
export function projectOntoBackward(
  x: WasmTensor,
  weights: WasmVariable,
  { ids }: WasmCandidates,
  onto: WasmOnto,
  gradient: WasmTensor,
  scale: number,
): ProjectionGradients {
  return {
    x: times(leftOf(gradient, scale), matrixOf(onto.weights), false, x.columns),
    weights: weightsGradient(x, weights, ids, gradient, scale),
    bias: biasGradient(weights, ids, gradient, scale),
  };
}

function weightsGradient(
  x: WasmTensor,
  weights: WasmVariable,
  ids: WasmIds,
  gradient: WasmTensor,
  scale: number,
): WasmGradient {
  const { machine, panels } = weights;
  const count = ids.values.length;
  const stride = strideOf(x.columns);
  const storage = new Storage(machine, count * stride);
  const { at, stride: gradientStride, rows: depth } = gradient;
  const left = { at, stride: gradientStride, transposed: true, rows: count, depth, scale };
  multiply(machine, left, inRows(x.at, x.stride), panels, inRows(storage.at, stride));
  if (!movesWhole(weights.shape)) return new RowsGradient(storage, Storage.ints(machine, ids.values), count, stride);
  const whole = sumRows(weights, ids, { at: storage.at, stride });
  storage.release();
  return whole;
}

/** Of the whole bias: 0 where no candidate is. */
function biasGradient(
  { machine, shape: [classes] }: WasmVariable,
  ids: WasmIds,
  gradient: WasmTensor,
  scale: number,
): WholeGradient {
  const sums = sumColumns(machine, gradient.stride / PANEL_BYTES, gradient, gradient.rows, scale);
  const size = panelsOf(classes) * PANEL;
  const storage = Storage.zeros(machine, size * FLOAT);
  const { floats } = machine.heap;
  ids.values.forEach((id, k) => (floats[storage.at / FLOAT + id] = floats[sums.storage.at / FLOAT + k]));
  sums.dispose();
  return new WholeGradient(storage, size);
}

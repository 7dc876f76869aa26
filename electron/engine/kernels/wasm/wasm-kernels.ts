import type { Clipping, VariableSpec } from '../arithmetic.ts';
import type { DrawnCandidates } from '../candidates.ts';
import type { Kernels } from '../kernels.ts';
import { Factor } from './factor.ts';
import type { Machine } from './machine.ts';
import * as sampled from './wasm-candidates.ts';
import type { WasmGradient } from './wasm-gradient.ts';
import { WasmIds, WasmTargets } from './wasm-ids.ts';
import * as lstm from './wasm-lstm.ts';
import { multiplyEach, dropoutMask } from './wasm-masks.ts';
import { squareOf } from './wasm-norm.ts';
import * as projection from './wasm-projection.ts';
import * as rows from './wasm-rows.ts';
import { WasmTensor } from './wasm-tensor.ts';
import { WasmUpdater } from './wasm-updater.ts';
import { WasmVariable } from './wasm-variable.ts';

/** The arithmetic in WebAssembly of our own, on as many threads as its machine has. */
export class WasmKernels implements Kernels {
  readonly name = 'wasm';
  private readonly machine: Machine;

  /** @param machine stays its owner's */
  constructor(machine: Machine) {
    this.machine = machine;
  }

  get liveTensors(): number {
    return this.machine.blocks;
  }

  createVariable(spec: VariableSpec): WasmVariable {
    return new WasmVariable(this.machine, spec);
  }

  scoped<T>(work: () => T): T {
    return this.machine.scopes.scoped(work);
  }

  tensor(values: Float32Array, shape: readonly number[]): WasmTensor {
    return WasmTensor.of(this.machine, shape, values);
  }

  read(tensor: WasmTensor): Float32Array {
    return tensor.values();
  }

  sum(tensor: WasmTensor): number {
    return tensor.values().reduce((sum, value) => sum + value, 0);
  }

  reshape(x: WasmTensor, shape: readonly number[]): WasmTensor {
    return shape.at(-1) === x.columns ? x.view(shape) : WasmTensor.of(this.machine, shape, x.values());
  }

  multiply(a: WasmTensor, b: WasmTensor): WasmTensor {
    return multiplyEach(a, b);
  }

  rows(matrix: WasmTensor, first: number, count: number): WasmTensor {
    return matrix.view([count, matrix.columns], first);
  }

  ids(values: Int32Array, time: number, lanes: number): WasmIds {
    return new WasmIds(this.machine, values, time, lanes);
  }

  targets(values: Int32Array): WasmTargets {
    return new WasmTargets(this.machine, values);
  }

  ordinals({ values, time, lanes }: WasmIds): WasmTensor {
    return WasmTensor.of(this.machine, [time, lanes, 1], values);
  }

  embed(table: WasmVariable, ids: WasmIds): WasmTensor {
    return rows.embed(table, ids);
  }

  embeddingGradient(table: WasmVariable, ids: WasmIds, gradient: WasmTensor): WasmGradient {
    return rows.sumRows(table, ids, gradient);
  }

  addGradients(first: WasmGradient, other: WasmGradient): WasmGradient {
    return rows.addGradients(this.machine, first, other);
  }

  lstmForward(layer: lstm.WasmLstm, x: WasmTensor | WasmIds, state: lstm.WasmState | null): lstm.WasmTape {
    return lstm.lstmForward(layer, x, state);
  }

  lstmBackward(layer: lstm.WasmLstm, tape: lstm.WasmTape, outputGradient: WasmTensor, wantsX: boolean) {
    return lstm.lstmBackward(layer, tape, outputGradient, wantsX);
  }

  dropoutMask(shape: readonly number[], rate: number, seed: number, place: number): WasmTensor {
    return dropoutMask(this.machine, shape, rate, seed, place);
  }

  project(x: WasmTensor, weights: WasmVariable, bias: WasmVariable, tied: boolean): WasmTensor {
    return projection.project(x, weights, bias, tied);
  }

  projectBackward(x: WasmTensor, weights: WasmVariable, tied: boolean, logitsGradient: WasmTensor, scale: number) {
    return projection.projectBackward(x, weights, tied, logitsGradient, scale);
  }

  candidates(drawn: DrawnCandidates): sampled.WasmCandidates {
    return new sampled.WasmCandidates(this.machine, drawn);
  }

  projectOnto(x: WasmTensor, weights: WasmVariable, bias: WasmVariable, candidates: sampled.WasmCandidates) {
    return sampled.projectOnto(x, weights, bias, candidates);
  }

  projectOntoBackward(...given: Parameters<typeof sampled.projectOntoBackward>) {
    return sampled.projectOntoBackward(...given);
  }

  softmaxCrossEntropy(
    logits: WasmTensor,
    targets: WasmTargets,
    wantsGradient: boolean,
    candidates: sampled.WasmCandidates | null,
  ) {
    return projection.softmaxCrossEntropy(logits, targets, wantsGradient, candidates && candidates.corrections);
  }

  clip(gradients: readonly WasmGradient[], limit: number): Clipping {
    if (limit === 0) return { norm: null, scale: null };
    const norm = Math.sqrt(gradients.reduce((sum, gradient) => sum + squareOf(this.machine, gradient), 0));
    return { norm, scale: norm > limit ? new Factor(limit / norm) : null };
  }

  createUpdater(): WasmUpdater {
    return new WasmUpdater(this.machine);
  }

  dispose(): void {
    // the machine goes on for others
  }
}

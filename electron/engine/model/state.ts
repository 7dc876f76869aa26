import * as tf from '@tensorflow/tfjs-core';
import type { LayerState } from '../kernels/kernels.ts';

/** What a network remembers between steps: c and h of every layer, [lanes, units]. Whoever holds it disposes it. */
export interface ModelState {
  readonly cells: tf.Tensor2D[];
  readonly outputs: tf.Tensor2D[];
}

/** The state before the first symbol. */
export function zeroState(layers: number, lanes: number, units: number): ModelState {
  const zeros = (): tf.Tensor2D[] => Array.from({ length: layers }, () => tf.zeros<tf.Rank.R2>([lanes, units]));
  return { cells: zeros(), outputs: zeros() };
}

export function layerState(state: ModelState | null, layer: number): LayerState | null {
  return state && { cell: state.cells[layer], output: state.outputs[layer] };
}

export function disposeState(state: ModelState | null): void {
  if (state) tf.dispose([...state.cells, ...state.outputs]);
}

/** The state made of another, which goes. */
export function mapState(state: ModelState, change: (tensor: tf.Tensor2D) => tf.Tensor2D): ModelState {
  const changed = { cells: state.cells.map(change), outputs: state.outputs.map(change) };
  disposeState(state);
  return changed;
}

/** The state in which some lanes remember nothing; the one it is made of goes. */
export function forgetLanes(state: ModelState, forgetting: readonly number[]): ModelState {
  const [lanes] = state.cells[0].shape;
  const kept = new Float32Array(lanes).fill(1);
  for (const lane of forgetting) kept[lane] = 0;
  const remembers = tf.tensor2d(kept, [lanes, 1]);
  const left = mapState(state, (tensor) => tf.mul(tensor, remembers));
  remembers.dispose();
  return left;
}

/** Values of a state, layer by layer: c, then h. */
export function stateValues(state: ModelState): Float32Array[] {
  return state.cells.flatMap((cell, layer) =>
    [cell, state.outputs[layer]].map((tensor) => Float32Array.from(tensor.dataSync<'float32'>())),
  );
}

/** The state that `stateValues` wrote down. */
export function restoreState(values: readonly Float32Array[], lanes: number): ModelState {
  const tensor = (from: Float32Array): tf.Tensor2D => tf.tensor2d(from.slice(), [lanes, from.length / lanes]);
  return {
    cells: values.filter((_, k) => k % 2 === 0).map(tensor),
    outputs: values.filter((_, k) => k % 2 === 1).map(tensor),
  };
}

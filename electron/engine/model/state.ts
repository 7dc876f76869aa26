import type { LayerState, Tensor } from '../kernels/arithmetic.ts';
import type { Kernels } from '../kernels/kernels.ts';

/** What a network remembers between steps: c and h of every layer, [lanes, units]. Whoever holds it disposes it. */
export interface ModelState {
  readonly cells: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

/** The state before the first symbol. */
export function zeroState(kernels: Kernels, layers: number, lanes: number, units: number): ModelState {
  const zeros = (): Tensor[] =>
    Array.from({ length: layers }, () => kernels.tensor(new Float32Array(lanes * units), [lanes, units]));
  return { cells: zeros(), outputs: zeros() };
}

/** The tensors of a state, layer by layer: c, then h; none of no state. */
export function flatState(state: ModelState | null): Tensor[] {
  return state ? state.cells.flatMap((cell, layer) => [cell, state.outputs[layer]]) : [];
}

/** The state that `flatState` laid out. */
export function stateOf(tensors: readonly Tensor[]): ModelState | null {
  if (tensors.length === 0) return null;
  return {
    cells: tensors.filter((_, k) => k % 2 === 0),
    outputs: tensors.filter((_, k) => k % 2 === 1),
  };
}

export function layerState(state: ModelState | null, layer: number): LayerState | null {
  return state && { cell: state.cells[layer], output: state.outputs[layer] };
}

export function disposeState(state: ModelState | null): void {
  flatState(state).forEach((tensor) => tensor.dispose());
}

/** The state made of another, which goes. */
function mapState(state: ModelState, change: (tensor: Tensor) => Tensor): ModelState {
  const changed = { cells: state.cells.map(change), outputs: state.outputs.map(change) };
  disposeState(state);
  return changed;
}

/** The state in which some lanes remember nothing; the one it is made of goes. */
export function forgetLanes(kernels: Kernels, state: ModelState, forgetting: readonly number[]): ModelState {
  const [lanes] = state.cells[0].shape;
  const kept = new Float32Array(lanes).fill(1);
  for (const lane of forgetting) kept[lane] = 0;
  return kernels.scoped(() => {
    const remembers = kernels.tensor(kept, [lanes, 1]);
    return mapState(state, (tensor) => kernels.multiply(tensor, remembers));
  });
}

/** The state of one lane alone; the one it is made of goes. */
export function laneState(kernels: Kernels, state: ModelState, lane: number): ModelState {
  return mapState(state, (tensor) => kernels.rows(tensor, lane, 1));
}

/** Values of a state, layer by layer: c, then h. */
export function stateValues(kernels: Kernels, state: ModelState): Float32Array[] {
  return flatState(state).map((tensor) => kernels.read(tensor));
}

/** The state that `stateValues` wrote down. */
export function restoreState(kernels: Kernels, values: readonly Float32Array[], lanes: number): ModelState {
  return stateOf(values.map((from) => kernels.tensor(from, [lanes, from.length / lanes])))!;
}

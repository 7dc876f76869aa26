import { restoreState, stateValues } from '../model/index.ts';
import type { LanguageModel, ModelState, Optimizer, Parameter } from '../model/index.ts';
import { freeLargeArrays } from '../free-arrays.ts';
import { requireFinite, requireFiniteWeights } from './guards.ts';
import type { CheckpointState, LoopState, NamedArray, NamedArrays } from './types.ts';

/** What begins the name of each array of the state that sequences carry. */
export const CARRIED = 'carried/';

/** Arrays that are read when they are asked for: two tables of a large vocabulary and their slots fit into memory once. */
function named(parameters: readonly Parameter[]): NamedArrays {
  const arrayOf = (parameter: Parameter): NamedArray => ({
    shape: parameter.shape,
    get data() {
      freeLargeArrays(parameter.size);
      return parameter.values();
    },
  });
  return Object.fromEntries(parameters.map((each) => [each.name, arrayOf(each)]));
}

/** @throws RangeError where an array is missing or of another size: the checkpoint belongs to other settings */
export function assignAll(parameters: readonly Parameter[], arrays: NamedArrays): void {
  for (const parameter of parameters) {
    const array = arrays[parameter.name];
    if (!array) throw new RangeError(`The checkpoint lacks ${parameter.name}.`);
    freeLargeArrays(parameter.size);
    parameter.assign(array.data);
  }
}

/**
 * Everything that lasts. Weights and slots are read one by one as they are asked for, before the next step is made.
 * @throws AesopError `loss-not-finite` where the loss or a weight is no number
 */
export function capture(
  model: LanguageModel,
  optimizer: Optimizer,
  carried: ModelState | null,
  state: LoopState,
  learningRate: number,
): CheckpointState {
  requireFinite(state.pending.lossSum, state.step, learningRate);
  const weights = named(model.parameters);
  requireFiniteWeights(weights, state.step, learningRate);
  const slots = named(optimizer.slots);
  const lanes = carried?.cells[0].shape[0] ?? 0;
  const values = carried ? stateValues(model.kernels, carried) : [];
  values.forEach((data, k) => (slots[`${CARRIED}${k}`] = { shape: [lanes, data.length / lanes], data }));
  return { step: state.step, weights, optimizer: slots, state };
}

/** Puts weights, slots and the carried state back. */
export function restore(checkpoint: CheckpointState, model: LanguageModel, optimizer: Optimizer): ModelState | null {
  assignAll(model.parameters, checkpoint.weights);
  assignAll(optimizer.slots, checkpoint.optimizer);
  optimizer.steps = checkpoint.step;
  const carried = Object.keys(checkpoint.optimizer).filter((name) => name.startsWith(CARRIED)).length;
  if (carried === 0) return null;
  const arrays = Array.from({ length: carried }, (_, k) => checkpoint.optimizer[`${CARRIED}${k}`]);
  return restoreState(
    model.kernels,
    arrays.map(({ data }) => data),
    arrays[0].shape[0],
  );
}

import type * as z from 'zod';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { freeLargeArrays } from '../free-arrays.ts';
import { cursorFits, partsForTraining, type Ids } from '../data/index.ts';
import { weightBlocks } from '../formats/keras-weights.ts';
import { weightFault } from '../formats/weight-fault.ts';
import { slotNames } from '../kernels/optimizer-rule.ts';
import { modelConfig } from '../model/model-config.ts';
import { CARRIED } from './checkpoint.ts';
import { loopStateSchema } from './loop-state.ts';
import type { CheckpointState, LoopState, NamedArrays } from './types.ts';

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

type Shapes = Map<string, readonly number[]>;

/** What a run's checkpoints must be: looked at before anything is done with one. */
export interface CheckpointForm {
  readonly state: z.ZodType<LoopState>;
  /** @throws RangeError where these are not the weights of the run's network, or are no numbers */
  requireWeights(weights: NamedArrays): void;
  /** @throws RangeError where weights, slots, carried state or the places in the text are not those of the run */
  requireFit(checkpoint: CheckpointState): void;
}

function weightShapes(h: Hyperparameters, vocabularySize: number): Shapes {
  const blocks = weightBlocks(modelConfig(h, vocabularySize)).filter(({ transposed }) => !transposed);
  return new Map(
    blocks.map(({ parameter, weights }) => {
      const rows = weights.reduce((sum, { shape }) => sum + shape[0], 0);
      return [parameter, [rows, ...weights[0].shape.slice(1)]];
    }),
  );
}

/** The optimiser's slots, and for sequences what the network carries from batch to batch. */
function slotShapes(h: Hyperparameters, weights: Shapes): Shapes {
  const slots = slotNames(h.optimizer === 'adamw' ? 'adam' : h.optimizer, h.momentum);
  const shapes: Shapes = new Map();
  for (const [name, shape] of weights) for (const slot of slots) shapes.set(`${name}/${slot.name}`, shape);
  const carried = h.context === 'sequence' ? 2 * h.layers : 0;
  for (let k = 0; k < carried; k++) shapes.set(`${CARRIED}${k}`, [h.batchSize, h.units]);
  return shapes;
}

function requireShapes(arrays: NamedArrays, shapes: Shapes): void {
  for (const [name, shape] of shapes) {
    const found = Object.hasOwn(arrays, name) ? arrays[name].shape.join() : 'missing';
    if (found !== shape.join()) throw new RangeError(`${name} should be [${shape.join()}] and is [${found}]`);
  }
  const surplus = Object.keys(arrays).find((name) => !shapes.has(name));
  if (surplus !== undefined) throw new RangeError(`${surplus} is none of the run's`);
}

/**
 * What the checkpoints of a run over that text must be.
 * @throws AesopError `text-too-short`, `source-unknown`
 */
export function checkpointForm(
  h: Hyperparameters,
  { ids, starts, vocabulary }: { ids: Ids; starts?: readonly number[]; vocabulary: { readonly size: number } },
): CheckpointForm {
  const { training } = partsForTraining(ids, h, starts);
  const weights = weightShapes(h, vocabulary.size);
  const slots = slotShapes(h, weights);
  const requireWeights = (arrays: NamedArrays) => {
    requireShapes(arrays, weights);
    for (const [name, array] of Object.entries(arrays)) {
      freeLargeArrays(sizeOf(array.shape));
      if (weightFault(array.data)) throw new RangeError(`${name} holds what no network can compute with`);
    }
  };
  return {
    state: loopStateSchema,
    requireWeights,
    requireFit({ step, state, weights: arrays, optimizer }) {
      if (state.step !== step) throw new RangeError(`its state is that of step ${state.step}`);
      if (state.best && state.best.step > step) throw new RangeError(`its best step ${state.best.step} is yet to come`);
      if (!cursorFits(state.data, training, h)) throw new RangeError('its place in the text does not exist');
      requireWeights(arrays);
      requireShapes(optimizer, slots);
    },
  };
}

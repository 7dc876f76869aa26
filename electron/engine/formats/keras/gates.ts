import type { ModelConfig } from '../../model/model-config.ts';
import type { WeightPiece } from '../leaving-model.ts';

/**
 * Keras 3 calls clip(x / 6 + 1/2) what was clip(x / 5 + 1/2) before it and is so in TensorFlow.js and here: six fifths of what
 * goes into ours is what goes into that.
 */
export const TO_KERAS_3 = 6 / 5;

const GATES = 4;
/** What comes in goes through tanh. */
const CANDIDATE = 2;

/** Numbers of a weight as Keras 3 wants them. */
export function forKeras3({ weight, from, values }: WeightPiece, { gates, units }: ModelConfig): Float32Array {
  if (gates !== 'hard-sigmoid' || !weight.name.startsWith('lstm_')) return values;
  return values.map((value, at) =>
    Math.floor((from + at) / units) % GATES === CANDIDATE ? value : value * TO_KERAS_3,
  );
}

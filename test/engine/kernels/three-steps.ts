import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import {
  disposeState,
  Optimizer,
  stateValues,
  type Batch,
  type BatchShape,
  type ModelConfig,
  type OptimizerSettings,
} from '../../../electron/engine/model/index.ts';
import { randomBatch, randomModel } from './cases.ts';

export const OPTIMIZERS: Record<string, [OptimizerSettings, rate: number]> = {
  'plain descent': [{ kind: 'sgd', momentum: 0, weightDecay: 0, clipNorm: 0 }, 0.1],
  'descent with clipping and decay': [{ kind: 'sgd', momentum: 0, weightDecay: 0.01, clipNorm: 0.5 }, 0.1],
  'descent with momentum, clipping, decay': [{ kind: 'sgd', momentum: 0.9, weightDecay: 0.01, clipNorm: 0.5 }, 0.1],
  'descent with momentum': [{ kind: 'sgd', momentum: 0.9, weightDecay: 0, clipNorm: 0 }, 0.1],
  RMSProp: [{ kind: 'rmsprop', momentum: 0, weightDecay: 0, clipNorm: 0 }, 0.01],
  'RMSProp with momentum and clipping': [{ kind: 'rmsprop', momentum: 0.5, weightDecay: 0, clipNorm: 0.5 }, 0.01],
  Adam: [{ kind: 'adam', momentum: 0, weightDecay: 0, clipNorm: 1 }, 0.001],
  AdamW: [{ kind: 'adamw', momentum: 0, weightDecay: 0.1, clipNorm: 0 }, 0.001],
};

/**
 * Everything that three steps leave behind, as named arrays.
 * @param compiled shapes that are made ready to be run in one call
 * @param given the shape of its batches, one by chance without it
 */
export function trained(
  kernels: Kernels,
  config: ModelConfig,
  settings: OptimizerSettings,
  seed: number,
  rate: number,
  compiled: (shape: Batch) => BatchShape[] = () => [],
  given?: BatchShape,
) {
  const model = randomModel(config, kernels, seed);
  const optimizer = Optimizer.create(settings, model);
  const shape = randomBatch(config, seed, given);
  const shapes = compiled(shape);
  const candidates = shape.drawn?.ids.length;
  if (shapes.length > 0)
    model.compile(
      optimizer,
      shapes.map(({ time, lanes }) => ({ time, lanes, candidates })),
    );
  let state = config.context === 'sequence' ? model.zeroState(shape.lanes) : null;
  let last: Batch = shape;
  for (let step = 0; step < 3; step++) {
    last = randomBatch(config, seed + step, shape);
    state = model.trainStep(last, state, optimizer, rate, 10 * seed + step);
  }
  const { lossSum, correct, gradientNorm } = model.takeMetrics();
  const { logits, state: after } = model.predict(last.inputs, last.time, last.lanes, state);
  const arrays: Record<string, ArrayLike<number>> = {
    metrics: [lossSum, correct, gradientNorm ?? 0],
    logits,
    state: stateValues(kernels, after).flatMap((values) => [...values]),
  };
  for (const each of [...model.parameters, ...optimizer.slots]) arrays[each.name] = each.values();
  [state, after].forEach(disposeState);
  optimizer.dispose();
  model.disposeCompiled();
  model.dispose();
  return arrays;
}

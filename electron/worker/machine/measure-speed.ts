import type { Machine } from '../../contract/machine.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { createReader } from '../../engine/generation/reader.ts';
import { InferenceNetwork } from '../../engine/inference/network.ts';
import type { Kernels } from '../../engine/kernels/index.ts';
import { disposeState, LanguageModel, modelConfig, Optimizer, type ModelState } from '../../engine/model/index.ts';
import { compileSteps } from '../../engine/training/index.ts';
import { Random } from '../../engine/random.ts';

const VOCABULARY = 1000;
const SMALL: Hyperparameters = {
  ...defaultHyperparameters(),
  layers: 2,
  units: 128,
  embeddingSize: 128,
  context: 'sequence',
  sequenceLength: 16,
  batchSize: 16,
};
const WARM_UP = 3;
const STEPS = 15;
const WORDS = 60;

const milliseconds = (since: number) => performance.now() - since;

function randomIds(random: Random, length: number): Int32Array {
  return Int32Array.from({ length }, () => random.integer(VOCABULARY));
}

/** Mean of a few training steps of a small network: 2 layers of 128 units, batch 16, 16 symbols. */
function stepMilliseconds(model: LanguageModel, random: Random): number {
  const { sequenceLength: time, batchSize: lanes, learningRate } = SMALL;
  const optimizer = Optimizer.create({ kind: 'adam', momentum: 0, weightDecay: 0, clipNorm: 5 }, model);
  compileSteps(model, optimizer, [{ time, lanes }]);
  let state: ModelState | null = null;
  let began = 0;
  for (let step = 0; step < WARM_UP + STEPS; step++) {
    if (step === WARM_UP) {
      model.takeMetrics();
      began = performance.now();
    }
    const batch = { inputs: randomIds(random, time * lanes), targets: randomIds(random, time * lanes), time, lanes };
    state = model.trainStep(batch, state, optimizer, learningRate, step);
  }
  model.takeMetrics();
  const mean = milliseconds(began) / STEPS;
  disposeState(state);
  optimizer.dispose();
  model.disposeCompiled();
  return mean;
}

function wordsPerSecond(model: LanguageModel, random: Random): number {
  const reader = createReader(InferenceNetwork.of(model));
  reader.read([0]);
  const began = performance.now();
  for (const id of randomIds(random, WORDS)) reader.read([id]);
  return (WORDS * 1000) / milliseconds(began);
}

/** How fast this machine trains and tells with a small network. */
export async function measureSpeed(kernels: Kernels): Promise<NonNullable<Machine['measured']>> {
  const random = new Random(1);
  const model = LanguageModel.create(modelConfig(SMALL, VOCABULARY), kernels, random);
  try {
    return { stepMilliseconds: stepMilliseconds(model, random), wordsPerSecond: wordsPerSecond(model, random) };
  } finally {
    model.dispose();
  }
}

import type { Machine } from '../../contract/machine.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { createReader } from '../../engine/generation/reader.ts';
import { InferenceNetwork } from '../../engine/inference/network.ts';
import type { Kernels } from '../../engine/kernels/index.ts';
import { LanguageModel, modelConfig } from '../../engine/model/index.ts';
import { measureStep, usualShape } from '../../engine/training/index.ts';
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
const STEPS_MILLISECONDS = 300;
const WORDS = 60;

const milliseconds = (since: number) => performance.now() - since;

function randomIds(random: Random, length: number): Int32Array {
  return Int32Array.from({ length }, () => random.integer(VOCABULARY));
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
    const stepMilliseconds = measureStep(kernels, SMALL, VOCABULARY, usualShape(SMALL), STEPS_MILLISECONDS);
    return { stepMilliseconds, wordsPerSecond: wordsPerSecond(model, random) };
  } finally {
    model.dispose();
  }
}

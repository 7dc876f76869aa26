import type { Machine } from '../../contract/machine.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { REFERENCE } from '../../advice/step-cost.ts';
import { createReader } from '../../engine/generation/reader.ts';
import { InferenceNetwork } from '../../engine/inference/network.ts';
import { createKernels, releasePortable, type Kernels } from '../../engine/kernels/index.ts';
import { LanguageModel, modelConfig } from '../../engine/model/index.ts';
import { measureStep } from '../../engine/training/index.ts';
import { Random } from '../../engine/random.ts';
import type { Engine } from '../engine.ts';

const { vocabularySize: VOCABULARY, ...work } = REFERENCE;
const SMALL: Hyperparameters = { ...defaultHyperparameters(), ...work };
const STEPS_MILLISECONDS = 300;
const WORDS = 60;

const milliseconds = (since: number) => performance.now() - since;

function randomIds(random: Random, length: number): Int32Array {
  return Int32Array.from({ length }, () => random.integer(VOCABULARY));
}

function symbolsPerSecond(model: LanguageModel, random: Random): number {
  const reader = createReader(InferenceNetwork.of(model));
  reader.read([0]);
  const began = performance.now();
  for (const id of randomIds(random, WORDS)) reader.read([id]);
  return (WORDS * 1000) / milliseconds(began);
}

/** How fast this machine trains and tells with a small network, on each engine that it has. */
export async function measureSpeed({ runtime, kernels }: Engine): Promise<NonNullable<Machine['measured']>> {
  const { engine, threads } = runtime;
  const portable = engine === 'portable' ? kernels : createKernels({ engine: 'portable', threads });
  const step = (make: Kernels) => measureStep(make, SMALL, VOCABULARY, STEPS_MILLISECONDS);
  const random = new Random(1);
  const model = LanguageModel.create(modelConfig(SMALL, VOCABULARY), portable, random);
  try {
    const tensorflow = engine === 'tensorflow' ? { tensorflow: step(kernels) } : {};
    const stepMilliseconds = { ...tensorflow, portable: step(portable) };
    return { stepMilliseconds, symbolsPerSecond: symbolsPerSecond(model, random) };
  } finally {
    model.dispose();
    if (engine === 'tensorflow') releasePortable();
  }
}

import { evaluateModel } from '../../electron/engine/generation/evaluate.ts';
import { largestIds } from '../../electron/engine/generation/largest.ts';
import { createReader } from '../../electron/engine/generation/reader.ts';
import { InferenceNetwork } from '../../electron/engine/inference/network.ts';
import { blocksFor } from '../../electron/engine/inference/shared-blocks.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { disposeState, LanguageModel, Optimizer, type Batch } from '../../electron/engine/model/index.ts';
import { Random } from '../../electron/engine/random.ts';
import { CandidateSampler } from '../../electron/engine/training/candidate-sampler.ts';
import { timed, timedInTurn, type Contestant } from './measure.ts';
import type { ReadingSubject, TrainingSubject } from './subjects.ts';

type Disposable = Contestant & { dispose(): void };

function randomBatch({ config, time, lanes }: TrainingSubject): Batch {
  const random = new Random(3);
  const ids = (size: number): Int32Array =>
    Int32Array.from({ length: size }, () => random.integer(config.vocabularySize));
  return { inputs: ids(time * lanes), targets: ids(config.context === 'window' ? lanes : time * lanes), time, lanes };
}

/** How often words are: the second half as often as the first. */
const zipfCounts = (classes: number): Uint32Array =>
  Uint32Array.from({ length: classes }, (_, k) => Math.ceil(1e6 / (k + 1)));

/**
 * Our training step: forward, backward, clipping, update, and the loss read back.
 * @param compiled whether it is made in one call, where the kernels can
 */
export function ourTraining(subject: TrainingSubject, kernels: Kernels, compiled: boolean): Disposable {
  const model = LanguageModel.create(subject.config, kernels, new Random(1));
  const optimizer = Optimizer.create(subject.optimizer, model);
  const batch = randomBatch(subject);
  const random = new Random(4);
  const sampler = subject.drawn ? new CandidateSampler(zipfCounts(subject.config.vocabularySize), subject.drawn) : null;
  const candidates = sampler?.countFor(batch.targets.length);
  if (compiled) model.compile(optimizer, [{ ...batch, candidates }]);
  let state = subject.config.context === 'sequence' ? model.zeroState(subject.lanes) : null;
  let step = 0;
  const once = (): void => {
    const drawn = sampler?.draw(batch.targets, random);
    state = model.trainStep({ ...batch, drawn }, state, optimizer, 0.001, step++);
    model.takeMetrics();
  };
  return {
    label: `Aesop ${kernels.name}${kernels.compile && !compiled ? ', op by op' : ''}`,
    run: async (count) => timed(count, once),
    dispose: () => {
      disposeState(state);
      optimizer.dispose();
      model.disposeCompiled();
      model.dispose();
    },
  };
}

/** Greedy telling. */
export function ourTelling(subject: ReadingSubject, kernels: Kernels, threads?: number): Disposable {
  const model = LanguageModel.create(subject.config, kernels, new Random(1));
  const network = InferenceNetwork.of(model, blocksFor(model.config, threads));
  const reader = createReader(network);
  model.dispose();
  let symbol = 0;
  const once = (): void => {
    symbol = largestIds(reader.read([symbol]), 1)[0];
  };
  return { label: 'Aesop', run: async (count) => timed(count, once), dispose: () => network.dispose() };
}

/** What `evaluate` does. */
export function ourEvaluation({ config, symbols }: ReadingSubject, kernels: Kernels): Disposable {
  const model = LanguageModel.create(config, kernels, new Random(1));
  const random = new Random(3);
  const ids = Uint16Array.from({ length: symbols + 1 }, () => random.integer(config.vocabularySize));
  return {
    label: `Aesop ${kernels.name}`,
    run: (count) => timedInTurn(count, () => evaluateModel(model, ids)),
    dispose: () => model.dispose(),
  };
}

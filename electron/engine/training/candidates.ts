import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { batchShape } from '../../contract/batch-shape.ts';
import type { Ids, Stretch } from '../data/index.ts';
import type { Batch, BatchShape, ModelConfig } from '../model/index.ts';
import type { Random } from '../random.ts';
import { CandidateSampler } from './candidate-sampler.ts';

/** Gives each batch of a run its candidates, where its softmax is over some symbols only. */
export class Candidates {
  private readonly sampler: CandidateSampler | null;
  private readonly h: Hyperparameters;
  private readonly random: Random;

  /** @param random is read by step, never moved: a resumed run draws what it would have drawn */
  constructor(
    { outputByRows, vocabularySize }: ModelConfig,
    h: Hyperparameters,
    ids: Ids,
    training: readonly Stretch[],
    random: Random,
  ) {
    this.h = h;
    this.random = random;
    this.sampler = outputByRows
      ? new CandidateSampler(countsOf(ids, training, vocabularySize), h.sampledSoftmax)
      : null;
  }

  /** What batches of these shapes look like with their candidates. */
  shapes(shapes: readonly BatchShape[]): readonly BatchShape[] {
    const { sampler, h } = this;
    if (!sampler) return shapes;
    return shapes.map(({ time, lanes }) => {
      const { predicted } = batchShape({ ...h, sequenceLength: time, batchSize: lanes });
      return { time, lanes, candidates: sampler.countFor(predicted) };
    });
  }

  /** The batch of a step with its candidates. */
  of<B extends Batch>(batch: B, step: number): B {
    if (!this.sampler) return batch;
    return { ...batch, drawn: this.sampler.draw(batch.targets, this.random.fork(step)) };
  }
}

function countsOf(ids: Ids, stretches: readonly Stretch[], classes: number): Uint32Array {
  const counts = new Uint32Array(classes);
  for (const { start, end } of stretches) for (let place = start; place < end; place++) counts[ids[place]]++;
  return counts;
}

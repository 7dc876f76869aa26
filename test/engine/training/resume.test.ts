import { describe, expect, test } from 'vitest';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { modelConfig } from '../../../electron/engine/model/index.ts';
import type { TrainingOptions } from '../../../electron/engine/training/index.ts';
import { askAfter, chain, letters, timeless, tiny, trainTiny, type Trained } from './fixture.ts';

const SETTINGS: Record<string, Partial<Hyperparameters>> = {
  'shuffled windows, Adam, dropout, cosine': { layers: 2, dropout: 0.4, schedule: 'cosine', warmupSteps: 5 },
  "the article's windows, RMSProp": {
    input: 'ordinal',
    order: 'article',
    stride: 4,
    batchSize: 1,
    outputInitializer: 'normal',
    optimizer: 'rmsprop',
    clipNorm: 0,
    reportEvery: 20,
  },
  'sequences, AdamW, dropout, tied, plateau on validation': {
    context: 'sequence',
    sequenceLength: 7,
    batchSize: 4,
    layers: 2,
    embeddingSize: 12,
    tieWeights: true,
    dropout: 0.3,
    optimizer: 'adamw',
    weightDecay: 0.01,
    schedule: 'plateau',
    validationFraction: 0.2,
    evaluateEvery: 3,
    learningRate: 0.2,
  },
  'sequences, Adam, softmax over candidates, tied, dropout': {
    context: 'sequence',
    sequenceLength: 5,
    batchSize: 2,
    embeddingSize: 12,
    tieWeights: true,
    sampledSoftmax: 3,
    dropout: 0.3,
    validationFraction: 0.2,
    evaluateEvery: 3,
  },
  'sequences long enough that layers work side by side, dropout': {
    context: 'sequence',
    sequenceLength: 64,
    batchSize: 2,
    layers: 2,
    embeddingSize: 12,
    dropout: 0.3,
  },
  'windows, RMSProp, softmax over candidates': {
    batchSize: 4,
    sampledSoftmax: 5,
    optimizer: 'rmsprop',
    momentum: 0.5,
  },
  'one-hot windows, SGD with momentum, plateau on the loss': {
    input: 'one-hot',
    optimizer: 'sgd',
    momentum: 0.9,
    weightDecay: 0.001,
    learningRate: 0.3,
    schedule: 'plateau',
    evaluateEvery: 3,
  },
};

/** A text of so many symbols that a softmax over candidates spares most of them. */
const textFor = ({ sampledSoftmax }: Partial<Hyperparameters>) =>
  sampledSoftmax ? { ids: chain(300, 60), vocabulary: letters(60) } : {};

/** A run that is paused after each of those steps, and goes on from its checkpoint. */
async function inPieces(h: Hyperparameters, text: Partial<TrainingOptions>, pauses: number[]): Promise<Trained[]> {
  const pieces: Trained[] = [];
  const left = () => pieces.flatMap(({ checkpoints }) => checkpoints);
  let from = 0;
  for (const at of pauses) {
    const asked = { ...text, resume: left().at(-1)?.checkpoint, signal: askAfter(at - from, 'pause') };
    const piece = await trainTiny(h, asked, left());
    expect(piece).toMatchObject({ ended: 'paused', step: at });
    expect(piece.checkpoints.at(-1)!.checkpoint.step).toBe(at);
    pieces.push(piece);
    from = at;
  }
  const { checkpoint } = left().at(-1)!;
  const last = await trainTiny(h, { ...text, resume: checkpoint }, left());
  expect(last.seconds).toBeGreaterThan(checkpoint.state.seconds);
  return [...pieces, last];
}

describe('a run resumed ends bit-identical to one never interrupted', () => {
  test.each(Object.entries(SETTINGS))('%s', async (_, values) => {
    const h = tiny(values);
    const text = textFor(h);
    expect(modelConfig(h, 60).outputByRows).toBe(h.sampledSoftmax > 0);
    const whole = await trainTiny(h, text);
    expect(whole.ended).toBe('done');
    const pieces = await inPieces(h, text, [1, 13]);
    const last = pieces.at(-1)!;
    expect(last.checkpoints.at(-1)!.checkpoint.weights).toEqual(whole.checkpoints.at(-1)!.checkpoint.weights);
    expect(last.weights).toEqual(whole.weights);
    expect(pieces.flatMap(({ reports }) => reports).map(timeless)).toEqual(whole.reports.map(timeless));
    expect(pieces.flatMap(({ samples }) => samples)).toEqual(whole.samples);
    expect(last.best).toEqual(whole.best);
  });

  test.each(Object.entries(SETTINGS))('a text of several sources: %s', async (_, values) => {
    const starts = [0, 41, 44, 170];
    const h = tiny({ ...values, validationFraction: 0.2, evaluateEvery: 3 });
    const text = { ...textFor(h), starts };
    const whole = await trainTiny(h, text);
    const asOne = await trainTiny(h, textFor(h));
    expect(whole.weights).not.toEqual(asOne.weights);
    const pieces = await inPieces(h, text, [2, 11]);
    expect(pieces.at(-1)!.weights).toEqual(whole.weights);
    expect(pieces.flatMap(({ reports }) => reports).map(timeless)).toEqual(whole.reports.map(timeless));
  });

  test('the same seed gives the same run, another seed another', async () => {
    const [a, b, c] = [await trainTiny(tiny()), await trainTiny(tiny()), await trainTiny(tiny({ seed: 2 }))];
    expect(a.weights).toEqual(b.weights);
    expect(a.weights).not.toEqual(c.weights);
  });

  test('a checkpoint of other settings is refused', async () => {
    const { checkpoints } = await trainTiny(tiny({ steps: 2 }));
    const resume = checkpoints.at(-1)!.checkpoint;
    await expect(trainTiny(tiny({ units: 13 }), { resume })).rejects.toThrow(/lstm_0\/weights holds \d+ numbers/);
  });
});

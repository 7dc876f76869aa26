import { knownSymbolsOf, passOver, shareAside } from './corpus-measures.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { layerInputs, weightCount, type NetworkShape } from '../contract/network-size.ts';
import type { CorpusFacts } from './wording.ts';

/** What a machine's speed is estimated from: its measured small step, where there is one. */
export interface Speed {
  /** 2 layers of 128 units, batch 16, 16 symbols, vocabulary of 1,000 */
  readonly stepMilliseconds: number;
}

/** What a run will take. */
export interface Estimate {
  readonly weights: number;
  /** bytes, the engine itself included */
  readonly memory: number;
  readonly secondsPerStep: number;
  readonly seconds: number;
}

/** Seconds per unit of work on two cores under TensorFlow (measured on one machine; only their ratios are used). */
const COST = { flop: 1 / 200e9, weightByte: 1 / 12e9, updated: 0.6e-9, logit: 3e-9, op: 20e-6 } as const;
const START_SECONDS = 1.5;
const ENGINE_BYTES = 450e6;
/** Predictions that one validation measures at most; see engine/training/evaluation.ts. */
const MOST_VALIDATED = 20_000;
const STORY_SYMBOLS = 40;

const REFERENCE = {
  input: 'embedding',
  embeddingSize: 128,
  layers: 2,
  units: 128,
  tieWeights: false,
  context: 'sequence',
  sequenceLength: 16,
  batchSize: 16,
} as const;
type Work = NetworkShape &
  Pick<Hyperparameters, 'context' | 'sequenceLength' | 'batchSize'> & { windowLength?: number };

/** How many ids the settings leave of a text, `<unk>` included. */
export function vocabularySizeOf(h: Hyperparameters, corpus: CorpusFacts): number {
  const known = knownSymbolsOf(h, corpus);
  return known < corpus.statistics.distinct && h.tokenizer !== 'subwords' ? known + 1 : known;
}

function stepShape(h: Work): { time: number; lanes: number; rows: number; predicted: number } {
  const time = h.context === 'window' ? (h.windowLength ?? 1) : h.sequenceLength;
  const rows = time * h.batchSize;
  return { time, lanes: h.batchSize, rows, predicted: h.context === 'window' ? h.batchSize : rows };
}

/** A product of [rows, inner] and a matrix of weights: arithmetic, or reading the matrix where there are few rows. */
function product(rows: number, inner: number, columns: number): number {
  return Math.max(2 * rows * inner * columns * COST.flop, 4 * inner * columns * COST.weightByte);
}

/** Seconds of one step where `COST` holds. */
function nominalStep(h: Work, vocabularySize: number): number {
  const { time, lanes, rows, predicted } = stepShape(h);
  const gates = 4 * h.units;
  let seconds = 3 * product(predicted, h.units, vocabularySize) + predicted * vocabularySize * COST.logit;
  for (const inputs of layerInputs(h, vocabularySize)) {
    // a one-hot input only picks rows of the matrix
    const wide = inputs === vocabularySize && h.input === 'one-hot' ? 1 : inputs;
    seconds += 2 * product(rows, wide, gates) + 2 * time * product(lanes, h.units, gates);
    seconds += product(rows, wide + h.units, gates);
  }
  const ops = 60 + 9 * time * h.layers;
  return seconds + weightCount(h, vocabularySize) * COST.updated + ops * COST.op;
}

/** Bytes that a run needs at its peak: weights, slots, gradients and a checkpoint's copy, activations, the text. */
export function memoryNeeded(h: Hyperparameters, vocabularySize: number, symbols: number): number {
  const { rows, predicted } = stepShape(h);
  const slots =
    h.optimizer === 'sgd' ? (h.momentum > 0 ? 1 : 0) : h.optimizer === 'rmsprop' && h.momentum === 0 ? 1 : 2;
  const copies = 2 * (1 + slots) + 2;
  const activations = h.layers * rows * h.units * 24 + predicted * vocabularySize * 4 + rows * h.embeddingSize * 3;
  const text = symbols * (vocabularySize > 65_536 ? 4 : 2) + (h.context === 'window' ? 4 * symbols : 0);
  return Math.round(ENGINE_BYTES + 4 * (weightCount(h, vocabularySize) * copies + activations) + text);
}

/**
 * What a run will take: time by the work of its steps, scaled by a measured small step of this machine, and memory. Meant
 * to be right within a factor of two, before anything runs.
 */
export function estimateRun(h: Hyperparameters, corpus: CorpusFacts, speed?: Speed): Estimate {
  const vocabularySize = vocabularySizeOf(h, corpus);
  const { symbols } = corpus.statistics;
  const scale = speed ? speed.stepMilliseconds / 1000 / nominalStep(REFERENCE, 1000) : 1;
  const secondsPerStep = scale * nominalStep(h, vocabularySize);
  const validated = Math.min(MOST_VALIDATED, symbols * shareAside(h, corpus));
  const { predictions, steps } = passOver(h, corpus);
  const validation = ((validated / predictions) * steps * secondsPerStep) / 3;
  const story = STORY_SYMBOLS * scale * 60 * COST.op;
  const rounds = (h.steps / h.evaluateEvery) * validation + Math.min(50, h.steps / h.checkpointEvery) * story;
  return {
    weights: weightCount(h, vocabularySize),
    memory: memoryNeeded(h, vocabularySize, symbols),
    secondsPerStep,
    seconds: START_SECONDS * scale + h.steps * secondsPerStep + rounds,
  };
}

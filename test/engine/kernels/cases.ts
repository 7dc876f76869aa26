import type { DrawnCandidates } from '../../../electron/engine/kernels/candidates.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import {
  LanguageModel,
  Optimizer,
  type Batch,
  type ModelConfig,
  type OptimizerSettings,
} from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';

export const SGD: OptimizerSettings = { kind: 'sgd', momentum: 0, weightDecay: 0, clipNorm: 0 };

/** A small network of random shape; the seed walks through inputs, contexts, layers, gates and tied weights. */
export function randomConfig(seed: number): ModelConfig {
  const random = new Random(seed);
  const input = (['embedding', 'one-hot', 'ordinal'] as const)[seed % 3];
  const units = 2 + random.integer(5);
  const tieWeights = input === 'embedding' && random.uniform() < 0.5;
  return {
    vocabularySize: 3 + random.integer(6),
    input,
    embeddingSize: tieWeights ? units : 1 + random.integer(5),
    layers: 1 + (Math.floor(seed / 6) % 3),
    units,
    dropout: 0,
    tieWeights,
    gates: seed % 4 === 2 ? 'hard-sigmoid' : 'sigmoid',
    outputInitializer: random.uniform() < 0.3 ? 'normal' : 'glorot',
    context: Math.floor(seed / 3) % 2 === 0 ? 'window' : 'sequence',
    windowLength: 3,
  };
}

/** The same over a softmax of candidates, with some dropout. */
export const sampledConfig = (seed: number): ModelConfig => ({
  ...randomConfig(seed),
  // bare numbers up to 60 would leave gates without a slope
  vocabularySize: seed % 3 === 2 ? 12 : 60,
  dropout: seed % 2 === 0 ? 0.4 : 0,
  outputByRows: true,
});

const LARGE: ModelConfig = { ...randomConfig(3), vocabularySize: 9000, layers: 1, outputByRows: true };
/** Networks whose outputs move by rows alone: apart from the embedding, beside a one-hot input, and tied. */
export const LARGE_SAMPLED: readonly ModelConfig[] = [
  { ...LARGE, input: 'embedding', tieWeights: false, units: 32, embeddingSize: 6 },
  { ...LARGE, input: 'one-hot', tieWeights: false, units: 32 },
  { ...LARGE, input: 'embedding', tieWeights: true, units: 32, embeddingSize: 32 },
];

/** Candidates of such targets, some more than there can be targets; chances are anything. */
function drawnFor(targets: Int32Array, classes: number, random: Random): DrawnCandidates {
  const ids = new Set(targets);
  const count = Math.min(classes, targets.length + 7);
  while (ids.size < count) ids.add(random.integer(classes));
  const order = [...ids];
  return {
    ids: Int32Array.from(order),
    corrections: Float32Array.from(order, () => -Math.log(1 - 0.9 * random.uniform())),
    places: targets.map((id) => order.indexOf(id)),
  };
}

/** Random ids for it; one lane and one step occur, and so do many. Where the output is learnt by rows, it has candidates. */
export function randomBatch(config: ModelConfig, seed: number, shape?: { time: number; lanes: number }): Batch {
  const random = new Random(seed + 1000);
  const time = shape?.time ?? 1 + random.integer(10);
  const lanes = shape?.lanes ?? 1 + random.integer(4);
  const ids = (size: number): Int32Array =>
    Int32Array.from({ length: size }, () => random.integer(config.vocabularySize));
  const inputs = ids(time * lanes);
  const targets = ids(config.context === 'window' ? lanes : time * lanes);
  const drawn = config.outputByRows ? drawnFor(targets, config.vocabularySize, random) : undefined;
  return { inputs, targets, time, lanes, drawn };
}

/** What is added to the weights: drawn once, for many models of a test begin alike. */
const noises = new Map<string, Float32Array>();
function noise(seed: number, length: number): Float32Array {
  const key = `${seed} ${length}`;
  const known = noises.get(key);
  if (known) return known;
  const random = new Random(seed + 2000);
  const drawn = Float32Array.from({ length }, () => 0.3 * random.normal());
  noises.set(key, drawn);
  return drawn;
}

/** A model with weights large enough that every gate matters. */
export function randomModel(config: ModelConfig, kernels: Kernels, seed: number): LanguageModel {
  const model = LanguageModel.create(config, kernels, new Random(seed));
  const values = model.parameters.map((each) => each.values());
  const added = noise(
    seed,
    values.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  model.parameters.forEach((each, k) => each.assign(values[k].map((value) => value + added[at++])));
  return model;
}

/** Gradient of the mean loss: what one step of plain descent at rate 1 takes away. */
export function gradientOf(model: LanguageModel, batch: Batch): Record<string, Float32Array> {
  const before = model.parameters.map((each) => each.values());
  const optimizer = Optimizer.create(SGD, model);
  model.trainStep(batch, null, optimizer, 1, 0)?.cells.forEach((cell) => cell.dispose());
  optimizer.dispose();
  return Object.fromEntries(
    model.parameters.map((each, k) => {
      const after = each.values();
      each.assign(before[k]);
      return [each.name, before[k].map((value, n) => value - after[n])];
    }),
  );
}

/** Greatest difference between two arrays of one length. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let greatest = 0;
  for (let k = 0; k < a.length; k++) {
    const each = Math.abs(a[k] - b[k]);
    if (!(each <= greatest)) greatest = Number.isNaN(each) ? Infinity : each;
  }
  return greatest;
}

/** Greatest number of an array, whatever its sign; 1 at least. */
export function greatest(values: ArrayLike<number>): number {
  let most = 1;
  for (let k = 0; k < values.length; k++) most = Math.max(most, Math.abs(values[k]));
  return most;
}

import { batchShape } from '../contract/batch-shape.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { layerInputs, movesWhole, type NetworkShape } from '../contract/network-size.ts';
import type { Engine } from '../contract/run.ts';
import { softmaxSize, type SoftmaxShape } from '../contract/sampled-softmax.ts';

export type EngineName = Engine['engine'];

/** What decides how much is computed in a step. */
export type Work = NetworkShape & SoftmaxShape & Pick<Hyperparameters, 'optimizer' | 'momentum'>;

/** The small step by which a machine's speed is measured, and told. */
export const REFERENCE = {
  input: 'embedding',
  embeddingSize: 128,
  layers: 2,
  units: 128,
  tieWeights: false,
  context: 'sequence',
  windowLength: 1,
  sequenceLength: 16,
  batchSize: 16,
  optimizer: 'adam',
  momentum: 0,
  sampledSoftmax: 0,
  vocabularySize: 1000,
} as const satisfies Work & { vocabularySize: number };

/** A product of [rows, inner] and a matrix of weights [inner, columns], or one of the two that go back through it. */
interface Product {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly times: number;
}

/** A step as counts of what it is made of. */
export interface StepWork {
  readonly products: readonly Product[];
  /** logits, each powered, summed and compared */
  readonly logits: number;
  /** cells of all layers and positions */
  readonly cells: number;
  /** weights that the optimiser moves, and the numbers that it keeps for each */
  readonly moved: number;
  readonly kept: number;
  /** LSTM steps one after the other */
  readonly turns: number;
}

/** Seconds for one of each, on two cores of an AMD EPYC with AVX2, Node 20: `npm run bench -- --estimates` fitted them. */
interface Cost {
  readonly operation: number;
  /** a weight that a product reads, however few its rows */
  readonly weight: number;
  readonly logit: number;
  readonly cell: number;
  readonly moved: number;
  readonly kept: number;
  readonly turn: number;
  readonly step: number;
}

const COSTS: Readonly<Record<EngineName, Cost>> = {
  tensorflow: {
    operation: 1.22e-11,
    weight: 2.45e-10,
    logit: 5.1e-9,
    cell: 7.2e-8,
    moved: 7.7e-10,
    kept: 5.1e-10,
    turn: 3.9e-5,
    step: 9.3e-4,
  },
  portable: {
    operation: 2.22e-11,
    weight: 5.3e-11,
    logit: 1.27e-8,
    cell: 5.5e-8,
    moved: 1.24e-9,
    kept: 3e-10,
    turn: 2.9e-6,
    step: 1e-6,
  },
};

/** Numbers that an optimiser keeps for each weight. */
export function keptByOptimizer({ optimizer, momentum }: Pick<Work, 'optimizer' | 'momentum'>): number {
  if (optimizer === 'sgd') return momentum > 0 ? 1 : 0;
  return optimizer === 'rmsprop' && momentum === 0 ? 1 : 2;
}

export function stepWork(h: Work, vocabularySize: number): StepWork {
  const { time, lanes, rows, predicted } = batchShape(h);
  const gates = 4 * h.units;
  const classes = softmaxSize(h, vocabularySize);
  const products: Product[] = [{ rows: predicted, inner: h.units, columns: classes, times: 3 }];
  let moved = h.tieWeights ? 0 : (h.units + 1) * classes;
  if (h.input === 'embedding') {
    const table = vocabularySize * h.embeddingSize;
    const named = rows + (h.tieWeights ? classes : 0);
    moved += movesWhole([vocabularySize, h.embeddingSize]) ? table : Math.min(table, named * h.embeddingSize);
  }
  for (const inputs of layerInputs(h, vocabularySize)) {
    // a one-hot input only picks rows of the matrix
    const wide = inputs === vocabularySize && h.input === 'one-hot' ? 1 : inputs;
    products.push({ rows, inner: wide, columns: gates, times: 2 });
    products.push({ rows: lanes, inner: h.units, columns: gates, times: 2 * time });
    products.push({ rows, inner: wide + h.units, columns: gates, times: 1 });
    moved += (inputs + h.units + 1) * gates;
  }
  const cells = rows * h.units * h.layers;
  return {
    products,
    logits: predicted * classes,
    cells,
    moved,
    kept: moved * keptByOptimizer(h),
    turns: time * h.layers,
  };
}

/** Seconds that a step takes where `COSTS` hold. */
export function stepSeconds({ products, logits, cells, moved, kept, turns }: StepWork, engine: EngineName): number {
  const cost = COSTS[engine];
  const multiplied = products.reduce((sum, { rows, inner, columns, times }) => {
    const weights = inner * columns;
    return sum + times * weights * (2 * rows * cost.operation + cost.weight);
  }, 0);
  const element = logits * cost.logit + cells * cost.cell + moved * cost.moved + kept * cost.kept;
  return multiplied + element + turns * cost.turn + cost.step;
}

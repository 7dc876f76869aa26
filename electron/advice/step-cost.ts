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
  /** weights of variables that the optimiser moves whole, and the numbers that it keeps for each */
  readonly moved: number;
  readonly kept: number;
  /** the same of rows that a step names, gathered from a large table and put back into it */
  readonly rowsMoved: number;
  readonly rowsKept: number;
  /** LSTM steps one after the other */
  readonly turns: number;
}

/**
 * Seconds for one of each where the small step takes TensorFlow 17.6 ms, as on two busy cores of an AMD EPYC with AVX2; to
 * one another as they were fitted: docs/performance.md, Estimates.
 */
interface Cost {
  readonly operation: number;
  /** a weight that a product reads, however few its rows */
  readonly weight: number;
  readonly logit: number;
  readonly cell: number;
  readonly moved: number;
  readonly kept: number;
  readonly rowsMoved: number;
  readonly rowsKept: number;
  readonly turn: number;
  readonly step: number;
}

const COSTS: Readonly<Record<EngineName, Cost>> = {
  tensorflow: {
    operation: 8.8e-12,
    weight: 1.65e-10,
    logit: 5.3e-9,
    cell: 9.5e-8,
    moved: 1.4e-9,
    kept: 6.3e-10,
    // an op after the other, each with numbers of its own, where one moves a variable as a whole
    rowsMoved: 8.3e-9,
    rowsKept: 3.8e-9,
    turn: 3.5e-5,
    step: 9e-4,
  },
  portable: {
    operation: 3.1e-11,
    weight: 7.3e-11,
    logit: 1.78e-8,
    cell: 7.8e-8,
    moved: 1.73e-9,
    kept: 4.3e-10,
    rowsMoved: 1.73e-9,
    rowsKept: 4.3e-10,
    turn: 4e-6,
    step: 1.5e-6,
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
  // the bias of the softmax is moved whole
  let moved = vocabularySize;
  let rowsMoved = 0;
  const move = (columns: number, named: number): void => {
    if (named >= vocabularySize || movesWhole([vocabularySize, columns])) moved += vocabularySize * columns;
    else rowsMoved += named * columns;
  };
  if (!h.tieWeights) move(h.units, classes);
  if (h.input === 'embedding') move(h.embeddingSize, rows + (h.tieWeights ? classes : 0));
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
    rowsMoved,
    rowsKept: rowsMoved * keptByOptimizer(h),
    turns: time * h.layers,
  };
}

/** Seconds that a step takes where `COSTS` hold. */
export function stepSeconds(work: StepWork, engine: EngineName): number {
  const cost = COSTS[engine];
  const multiplied = work.products.reduce((sum, { rows, inner, columns, times }) => {
    const weights = inner * columns;
    return sum + times * weights * (2 * rows * cost.operation + cost.weight);
  }, 0);
  const elements = work.logits * cost.logit + work.cells * cost.cell;
  const whole = work.moved * cost.moved + work.kept * cost.kept;
  const byRows = work.rowsMoved * cost.rowsMoved + work.rowsKept * cost.rowsKept;
  return multiplied + elements + whole + byRows + work.turns * cost.turn + cost.step;
}

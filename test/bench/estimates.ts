import { writeFileSync } from 'node:fs';
import { REFERENCE, stepSeconds, stepWork, type EngineName } from '../../electron/advice/step-cost.ts';
import { batchShape } from '../../electron/contract/batch-shape.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { Random } from '../../electron/engine/random.ts';
import { measureStep } from '../../electron/engine/training/index.ts';

const BUDGET = 300;
/** Settings that the costs are fitted on, and others that show how good they are. */
const FITTED = { seed: 1, count: 40 };
const HELD_OUT = { seed: 2, count: 10 };
/** Multiplications in a step at most: a bench is not to last for hours. */
const MOST = 60e9;

export interface Setting {
  readonly h: Hyperparameters;
  readonly vocabularySize: number;
}

/** Settings as people choose them, by chance. */
function* settings(seed: number): Generator<Setting> {
  const random = new Random(seed);
  const one = <T>(choices: readonly T[]): T => choices[random.integer(choices.length)];
  for (;;) {
    const context = one(['window', 'sequence'] as const);
    const units = one([64, 128, 200, 256, 384, 512, 650]);
    const h: Hyperparameters = {
      ...defaultHyperparameters(),
      context,
      units,
      embeddingSize: one([32, 64, 128, 256]),
      input: one(['embedding', 'embedding', 'embedding', 'ordinal'] as const),
      layers: one([1, 2, 2, 3]),
      windowLength: one([3, 5, 8, 16]),
      sequenceLength: one([16, 32, 50, 64, 100]),
      batchSize: context === 'window' ? one([1, 16, 32, 64, 128]) : one([4, 10, 20, 32, 50]),
      optimizer: one(['sgd', 'rmsprop', 'adam', 'adamw'] as const),
      momentum: 0,
    };
    const vocabularySize = one([80, 112, 500, 2000, 5000, 10_000, 20_000]);
    const { products } = stepWork(h, vocabularySize);
    const multiplied = products.reduce(
      (sum, { rows, inner, columns, times }) => sum + rows * inner * columns * times,
      0,
    );
    if (multiplied < MOST) yield { h, vocabularySize };
  }
}

const costOf = ({ h, vocabularySize }: Setting, engine: EngineName) => stepSeconds(stepWork(h, vocabularySize), engine);

function some({ seed, count }: typeof FITTED): Setting[] {
  const each = settings(seed);
  return Array.from({ length: count }, () => each.next().value as Setting);
}

/** The settings that no cost was fitted on. */
export const heldOut = (): Setting[] => some(HELD_OUT);

export function shape({ h, vocabularySize }: Setting): string {
  const { time, lanes } = batchShape(h);
  const size = `${vocabularySize} ${h.input === 'embedding' ? h.embeddingSize : h.input}`;
  return `${size} ${h.layers}x${h.units} ${h.context} ${time} x ${lanes} ${h.optimizer}`;
}

/**
 * How far the estimate of a step is from what it takes, on ten settings that it was not fitted on, for each engine.
 * @param fit a file for what the costs are fitted on: see peers/fit_costs.py
 */
export function measureEstimates(makes: readonly Kernels[], fit?: string): void {
  for (const make of makes) {
    const engine: EngineName = make.name === 'tensorflow' ? 'tensorflow' : 'portable';
    const measured = ({ h, vocabularySize }: Setting) => measureStep(make, h, vocabularySize, BUDGET) / 1000;
    const { vocabularySize, ...small } = REFERENCE;
    const reference = { h: { ...defaultHyperparameters(), ...small }, vocabularySize };
    if (fit) {
      const rows = [reference, ...some(FITTED)].map((each) => ({
        ...stepWork(each.h, each.vocabularySize),
        seconds: measured(each),
      }));
      writeFileSync(`${fit}-${engine}.json`, JSON.stringify(rows));
    }
    const scale = measured(reference) / costOf(reference, engine);
    console.log(`\n${engine}: the small step takes ${scale.toFixed(2)} of its cost`);
    for (const each of heldOut()) {
      const [seconds, estimate] = [measured(each), scale * costOf(each, engine)];
      const share = `${Math.round(100 * (estimate / seconds - 1))} %`;
      const figures = [seconds, estimate].map((value) => `${(1000 * value).toFixed(1).padStart(9)} ms`);
      console.log(`  ${shape(each).padEnd(52)}${figures.join('')}${share.padStart(8)}`);
    }
  }
}

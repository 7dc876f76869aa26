import { writeFileSync } from 'node:fs';
import { memoryNeeded } from '../../electron/advice/memory.ts';
import { stepSeconds, stepWork, type EngineName } from '../../electron/advice/step-cost.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { measureStep } from '../../electron/engine/training/index.ts';
import { growthPlots, type Panel } from './growth-plots.ts';

const BUDGET = 300;
const SYMBOLS = 1_000_000;
const MIDDLE: Hyperparameters = {
  ...defaultHyperparameters(),
  context: 'sequence',
  embeddingSize: 256,
  units: 256,
  layers: 2,
  sequenceLength: 32,
  batchSize: 20,
  optimizer: 'adam',
};
const WORDS = 10_000;

/** One thing at a time grows, all else stays as in the middle. */
const GROWING: readonly { title: string; values: readonly number[]; set(value: number): Partial<Hyperparameters> }[] = [
  { title: 'words', values: [1000, 3000, 10_000, 30_000], set: () => ({}) },
  { title: 'units', values: [64, 128, 256, 512, 1024], set: (units) => ({ units }) },
  { title: 'layers', values: [1, 2, 3, 4], set: (layers) => ({ layers }) },
  { title: 'steps of a sequence', values: [8, 16, 32, 64, 128], set: (sequenceLength) => ({ sequenceLength }) },
  { title: 'lanes', values: [1, 4, 20, 64], set: (batchSize) => ({ batchSize }) },
];

const engineOf = ({ name }: Kernels): EngineName => (name === 'tensorflow' ? 'tensorflow' : 'portable');

/**
 * How a step's time, and the memory of a run, grow with each thing, on each engine, measured and estimated.
 * @param plots a file for the curves, an SVG
 */
export function measureGrowth(makes: readonly Kernels[], plots?: string): void {
  const panels = GROWING.map(({ title, values, set }): Panel => {
    console.log(`\n${title}`);
    const rows = values.map((value) => {
      const h = { ...MIDDLE, ...set(value) };
      const words = title === 'words' ? value : WORDS;
      const times = makes.map((make) => {
        const measured = measureStep(make, h, words, BUDGET);
        return { engine: engineOf(make), measured, estimated: 1000 * stepSeconds(stepWork(h, words), engineOf(make)) };
      });
      const shown = times.map(({ engine, measured, estimated }) => {
        const figures = [measured, estimated].map((each) => each.toFixed(1).padStart(8));
        return `${engine} ${figures[0]} ms, estimated ${figures[1]}`;
      });
      const memory = `${Math.round(memoryNeeded(h, words, SYMBOLS) / 1e6)} MB`;
      console.log(`  ${String(value).padStart(6)}   ${shown.join('   ')}   ${memory.padStart(8)}`);
      return { value, times };
    });
    const curves = makes.map((make, k) => ({
      engine: engineOf(make),
      measured: rows.map(({ times }) => times[k].measured),
      estimated: rows.map(({ times }) => times[k].estimated),
    }));
    return { title, values, curves };
  });
  if (plots) writeFileSync(plots, growthPlots(panels));
}

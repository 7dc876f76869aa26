/**
 * The run of "LSTM by Example using TensorFlow": `node test/bench/article.ts <layers> <seed> [steps]`. Prints the article's
 * lines, last the mean accuracy of the final 1,000 steps, which is what its table states.
 */
import { readFileSync } from 'node:fs';
import { presetHyperparameters } from '../../electron/contract/presets.ts';
import { createKernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { Vocabulary } from '../../electron/engine/text/vocabulary.ts';
import { train } from '../../electron/engine/training/index.ts';

const [layers = '2', seed = '1', steps = '50000'] = process.argv.slice(2);
const preset = layers === '1' ? 'article-1x512' : 'article-2x512';
const hyperparameters = { ...presetHyperparameters(preset), seed: Number(seed), steps: Number(steps) };

const words = readFileSync(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/);
const counts = new Map<string, number>();
for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
const common = [...counts].sort(([, a], [, b]) => b - a);
const settings = { tokenizer: 'whitespace', lowercase: false } as const;
const symbols = common.map(([word]) => word);
const vocabulary = new Vocabulary(
  settings,
  symbols,
  common.map(([, count]) => count),
);
const ids = Uint16Array.from(words, (word) => symbols.indexOf(word));

const result = await train({
  ids,
  vocabulary,
  hyperparameters,
  kernels: createKernels(await loadRuntime()),
  signal: { requested: () => undefined },
  sink: {
    report: ({ step, loss, accuracy, seconds }) =>
      console.log(
        `Iter= ${step}, Average Loss= ${loss?.toFixed(6)}, Average Accuracy= ${(100 * accuracy).toFixed(2)}%`,
        `(${((1000 * seconds) / step).toFixed(2)} ms a step)`,
      ),
    sample: ({ predictions }) => {
      for (const { context, expected, predicted } of predictions)
        console.log(`['${context.join("', '")}'] - [${expected}] vs [${predicted}]`);
    },
    checkpoint: async () => {},
    readBest: async () => undefined,
  },
});
console.log(
  `${preset} seed ${seed}: ${(100 * (result.last?.accuracy ?? 0)).toFixed(2)}%, ${result.seconds.toFixed(0)} s`,
);

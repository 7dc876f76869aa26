import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { readCorpus } from '../../electron/engine/text/index.ts';
import { train } from '../../electron/engine/training/index.ts';

const RESOURCES = new URL('../../resources/corpora/', import.meta.url);

/**
 * The run of "LSTM by Example using TensorFlow", in its own lines; last the accuracy over the final 1,000 steps, which is
 * what its table states. `name` is 1x512 or 2x512.
 */
export async function runArticle(kernels: Kernels, name: string, changes: Partial<Hyperparameters>): Promise<void> {
  const preset = name === '1x512' ? 'article-1x512' : 'article-2x512';
  const path = new URL('belling-the-cat.txt', RESOURCES).pathname;
  const { ids, vocabulary, unknown } = await readCorpus({ path }, { tokenizer: 'whitespace' });
  const result = await train({
    ids,
    vocabulary,
    unknown,
    hyperparameters: { ...presetHyperparameters(preset), ...changes },
    kernels,
    signal: { requested: () => undefined },
    sink: {
      report: ({ step, loss, accuracy }) =>
        console.log(
          `Iter= ${step}, Average Loss= ${loss?.toFixed(6)}, Average Accuracy= ${(100 * accuracy).toFixed(2)}%`,
        ),
      sample: ({ predictions }) => {
        for (const { context, expected, predicted } of predictions)
          console.log(`['${context.join("', '")}'] - [${expected}] vs [${predicted}]`);
      },
      checkpoint: async () => {},
      readBest: async () => undefined,
    },
  });
  result.model.dispose();
  const share = (100 * (result.last?.accuracy ?? 0)).toFixed(2);
  const pace = ((1000 * result.seconds) / result.step).toFixed(2);
  console.log(`${preset}, seed ${changes.seed}: ${share}% after ${result.step} steps of ${pace} ms`);
}

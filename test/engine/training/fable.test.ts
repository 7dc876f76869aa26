import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { proposeHyperparameters } from '../../../electron/advice/propose.ts';
import { evaluateModel } from '../../../electron/engine/generation/evaluate.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { corpusStatistics, readCorpus } from '../../../electron/engine/text/index.ts';
import { train } from '../../../electron/engine/training/index.ts';

describe('the shipped fable', () => {
  test('with the settings proposed for it, every window but two is learnt in seconds', async () => {
    const path = new URL('../../../resources/corpora/belling-the-cat.txt', import.meta.url).pathname;
    const corpus = await readCorpus({ text: await readFile(path, 'utf8') });
    const { ids, vocabulary, unknown } = corpus;
    const statistics = await corpusStatistics(corpus);
    expect(statistics).toMatchObject({ symbols: 204, distinct: 112 });
    const { hyperparameters } = proposeHyperparameters({ ...corpus, statistics });
    const nothing = async () => undefined;
    const result = await train({
      ids,
      vocabulary,
      unknown,
      hyperparameters,
      kernels: createKernels(await loadRuntime()),
      signal: { requested: () => undefined },
      sink: { report: nothing, sample: nothing, checkpoint: nothing, readBest: nothing },
    });
    const { accuracy } = await evaluateModel(result.model, ids);
    result.model.dispose();
    // three preceding words decide 99.0 %
    expect(accuracy).toBeGreaterThan(0.98);
  });
});

import { evaluateText } from '../../engine/generation/evaluate.ts';
import { readCorpus } from '../../engine/text/corpus.ts';
import type { Job } from '../job.ts';
import { warmModel } from './warm-model.ts';

/** Reading a text is quick beside predicting all of it. */
const READING_SHARE = 0.1;

/** Loss, accuracy and perplexity of a model on a text. */
export const evaluate: Job<'evaluate'> = async ({ model: folder, path, name, encoding }, { signal, progress }) => {
  const loaded = await warmModel(folder);
  const { tokenizer, lowercase } = loaded.vocabulary;
  const onProgress = (fraction: number) => progress(READING_SHARE * fraction);
  const text = await readCorpus({ path }, { name, encoding, tokenizer, lowercase, signal, onProgress });
  const measured = await evaluateText(loaded, text, {
    signal,
    onProgress: (fraction) => progress(READING_SHARE + (1 - READING_SHARE) * fraction),
  });
  return { ...measured, encoding: text.encoding, doubt: text.doubt };
};

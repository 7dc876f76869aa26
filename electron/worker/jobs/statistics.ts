import { readCorpus } from '../../engine/text/corpus.ts';
import { corpusStatistics } from '../../engine/text/statistics.ts';
import type { Job } from '../job.ts';

/** A text of the workspace through another tokenizer. */
export const statistics: Job<'statistics'> = async ({ path, tokenizer, lowercase }, { signal, progress }) => {
  const options = { tokenizer, lowercase, encoding: 'utf-8', signal, onProgress: progress };
  return corpusStatistics(await readCorpus({ path }, options));
};

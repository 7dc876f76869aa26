import { corpusStatistics } from '../../engine/text/statistics/statistics.ts';
import type { Job } from '../job.ts';
import { readText } from './text-vocabulary.ts';

/** A text of the workspace through another tokenizer. */
export const statistics: Job<'statistics'> = async (cut, { signal, progress }) =>
  corpusStatistics(await readText(cut, { signal, progress }), signal);

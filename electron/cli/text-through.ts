import { corpusStatisticsSchema, isCutAs, type Corpus, type TokenizerName } from '../contract/corpus.ts';
import { AesopError } from '../contract/errors.ts';
import type { Host } from './host.ts';

/**
 * A text with its figures as a tokenizer sees it, so that header, plan and reasons speak of what is learnt. A text in which
 * that tokenizer finds nothing to learn stays as it was: its run says so.
 */
export async function textThrough(
  host: Host,
  corpus: Corpus,
  { tokenizer, lowercase }: { tokenizer: TokenizerName; lowercase: boolean },
): Promise<Corpus> {
  if (isCutAs(corpus.statistics, { tokenizer, lowercase })) return corpus;
  const studio = await host.studio();
  const { job } = await studio.request('corpora.statistics', { id: corpus.id, tokenizer, lowercase });
  // A job that has ended by itself meanwhile has nothing to cancel.
  const cancel = () => void studio.request('jobs.cancel', { job }).catch(() => {});
  try {
    const counted = await host.interruptible(studio.wait(job), cancel);
    return { ...corpus, statistics: corpusStatisticsSchema.parse(counted) };
  } catch (error) {
    if (error instanceof AesopError) return corpus;
    throw error;
  }
}

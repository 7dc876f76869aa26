import { join } from 'node:path';
import { bordersOf, type Corpus, type CorpusStatistics, type TokenizerName } from '../../contract/corpus.ts';
import type { Context } from '../context.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';
import type { WorkerReport } from '../workers/worker-process.ts';

/**
 * What a text of the workspace looks like through a tokenizer, counted once for all who ask for it.
 * @throws AesopError as the worker's `statistics`; JobStopped where nobody waits for it any more
 */
export async function textStatistics(
  { workspace, figures, counted }: Context,
  corpus: Corpus,
  { tokenizer, lowercase }: { tokenizer: TokenizerName; lowercase: boolean },
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<CorpusStatistics> {
  const path = join(workspace.corpora.path(corpus.id), 'text.txt');
  return counted.do(`${corpus.sha256} ${tokenizer} ${lowercase}`, control, async ({ signal, progress }) => {
    const report = (message: WorkerReport) => message.type === 'progress' && progress(message.fraction);
    return resultOf(
      await figures.run('statistics', { path, borders: bordersOf(corpus), tokenizer, lowercase }, { signal, report }),
    );
  });
}

import type { Corpus } from '../contract/corpus.ts';
import { corpusSchema } from '../contract/corpus.ts';
import type { Host } from './host.ts';
import { findFile, missingFile } from './named-path.ts';
import { throttled } from './output/progress-bar.ts';

/**
 * A text file as a corpus of the workspace; the studio knows a text again that it already holds.
 * @throws AesopError as `findFile`, `file-missing`, or what the text itself is wrong with
 */
export async function importText(host: Host, text: string, encoding?: string): Promise<Corpus> {
  const studio = await host.studio();
  const path = await findFile(text);
  if (path === undefined) {
    const { corpora } = await studio.request('studio.state', {});
    const known = corpora.find(({ id }) => id === text);
    if (known === undefined) throw missingFile(text);
    return known;
  }
  let job: string | undefined;
  let fraction = 0;
  const draw = throttled(() => host.progress('reading', fraction));
  const release = studio.on('job.progress', (progress) => {
    if (job !== undefined && progress.job !== job) return;
    fraction = progress.fraction;
    draw();
  });
  const read = async () => {
    ({ job } = await studio.request('corpora.import', { file: studio.files.grant(path), encoding }));
    return corpusSchema.parse(await studio.wait(job));
  };
  try {
    return await host.interruptible(read(), () => {
      // A job that has ended by itself meanwhile has nothing to cancel.
      if (job !== undefined) void studio.request('jobs.cancel', { job }).catch(() => {});
    });
  } finally {
    release();
    host.terminal.clearStatus();
  }
}

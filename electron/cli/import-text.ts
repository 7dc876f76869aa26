import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Corpus } from '../contract/corpus.ts';
import { AesopError } from '../contract/errors.ts';
import { corpusSchema } from '../contract/corpus.ts';
import type { Host } from './host.ts';
import { Interrupted } from './interruptions.ts';
import { progressLine, throttled } from './output/progress-bar.ts';

/** What a path names, or nothing. */
export async function kindOfPath(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    if (code === 'EACCES' || code === 'EPERM') throw new AesopError('no-permission', { path });
    throw error;
  }
}

/**
 * A text file as a corpus of the workspace; the studio knows a text again that it already holds.
 * @throws AesopError `file-missing`, `file-is-folder`, or what the text itself is wrong with
 */
export async function importText(host: Host, text: string, encoding?: string): Promise<Corpus> {
  const studio = await host.studio();
  const path = resolve(text);
  const kind = await kindOfPath(path);
  if (kind === undefined) {
    const { corpora } = await studio.request('studio.state', {});
    const known = corpora.find(({ id }) => id === text);
    if (known === undefined) throw new AesopError('file-missing', { path: text });
    return known;
  }
  if (kind === 'folder') throw new AesopError('file-is-folder', { path: text });
  let job: string | undefined;
  let fraction = 0;
  const draw = throttled(() => host.terminal.status(progressLine(fraction, ['reading'], host.terminal.columns)));
  const releases = [
    studio.on('job.progress', (progress) => {
      if (job !== undefined && progress.job !== job) return;
      fraction = progress.fraction;
      draw();
    }),
    host.interruptions.on(() => {
      // A job that has ended by itself meanwhile has nothing to cancel.
      if (job !== undefined) void studio.request('jobs.cancel', { job }).catch(() => {});
    }),
  ];
  try {
    ({ job } = await studio.request('corpora.import', { file: await studio.files.grant(path), encoding }));
    return corpusSchema.parse(await studio.wait(job));
  } catch (error) {
    throw host.interruptions.count > 0 ? new Interrupted() : error;
  } finally {
    releases.forEach((release) => release());
    host.terminal.clearStatus();
  }
}

import { basename } from 'node:path';
import { nameOf, readId } from '../contract/common.ts';
import type { Corpus } from '../contract/corpus.ts';
import { corpusSchema } from '../contract/corpus.ts';
import { readingOfOne, readingOfSeveral, readingOfSources, type AskedReading } from './chosen-columns.ts';
import type { Host } from './host.ts';
import { missingFile } from './named-path.ts';
import { throttled } from './output/progress-bar.ts';
import { nameOfFolder, textFiles } from './text-files.ts';

/**
 * A text file as a corpus of the workspace; the studio knows a text again that it already holds. One that is named by its
 * id is read anew where it is to be read in another way.
 * @throws AesopError as `findFile`, `file-missing`, `column-file`, or what the text itself is wrong with
 */
export async function importText(host: Host, text: string, asked: AskedReading = {}): Promise<Corpus> {
  const studio = await host.studio();
  const path = await host.textFile(text);
  if (path !== undefined) {
    const reading = readingOfOne({ name: basename(path), path }, asked);
    return jobOf(host, () => studio.request('corpora.import', { file: studio.files.grant(path), ...reading }));
  }
  const { corpora } = await studio.request('studio.state', {});
  const known = corpora.find(({ id }) => id === readId(text));
  if (known === undefined) throw missingFile(text);
  if (Object.values(asked).every((wish) => wish === undefined)) return known;
  const reading = known.sources
    ? { files: readingOfSources(known.sources, asked) }
    : readingOfOne({ name: known.name }, asked);
  return jobOf(host, () => studio.request('corpora.prepare', { id: known.id, ...reading }));
}

/**
 * Several files, or those of a folder, as one corpus of the workspace.
 * @throws AesopError as `textFiles`; what a file that was named by itself is wrong with
 */
export async function joinTexts(host: Host, asked: readonly string[], how: AskedReading = {}): Promise<Corpus> {
  const studio = await host.studio();
  const { files, reading } = readingOfSeveral(await textFiles(host, asked), how);
  const name = await nameOfFolder(asked);
  const granted = files.map(({ path, name: own, ...file }) => ({ file: studio.files.grant(path, own), ...file }));
  const named = name === undefined ? {} : { name: nameOf(name, host.translator.text('textFacts.unnamed')) };
  return jobOf(host, () => studio.request('corpora.join', { files: granted, ...named, ...reading }));
}

/** Waits for a job of the studio that makes a text, and shows how far it is. */
async function jobOf(host: Host, begin: () => Promise<{ job: string }>): Promise<Corpus> {
  const studio = await host.studio();
  let job: string | undefined;
  let fraction = 0;
  const draw = throttled(() => host.progress('reading', fraction));
  const release = studio.on('job.progress', (progress) => {
    if (job !== undefined && progress.job !== job) return;
    fraction = progress.fraction;
    draw();
  });
  const read = async () => {
    ({ job } = await begin());
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

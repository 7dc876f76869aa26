import { rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { nameOf } from '../contract/common.ts';
import type { Corpus, CorpusStatistics } from '../contract/corpus.ts';
import { onDisk } from '../storage/disk-errors.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { readTextSlice } from '../storage/text-slice.ts';
import type { Context } from './context.ts';
import { resultOf, type JobControl } from './jobs.ts';
import type { Verbs } from './verbs.ts';

interface TextToImport {
  path: string;
  name: string;
  origin: Corpus['origin'];
  encoding?: string;
}

/** The name a text gets from its file. */
const nameOfFile = (path: string) => nameOf(basename(path, extname(path)), 'Text');

async function tellCorpora({ workspace, events }: Context): Promise<void> {
  events.emit('corpora.changed', { corpora: (await workspace.corpora.list()).items });
}

/** Reads a text into the workspace, in the worker. */
export async function importText(
  context: Context,
  text: TextToImport,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<Corpus> {
  const { workspace, texts } = context;
  const ending = await texts.run(
    'import',
    { workspace: workspace.root, ...text },
    { signal, report: (message) => message.type === 'progress' && progress(message.fraction) },
  );
  const corpus = resultOf(ending);
  await tellCorpora(context);
  return corpus;
}

async function importPasted(context: Context, name: string, text: string, control: JobControl): Promise<Corpus> {
  const folder = await temporaryFolder('paste');
  try {
    const path = join(folder, 'text.txt');
    await onDisk(path, () => writeFile(path, text));
    return await importText(context, { path, name, origin: 'paste', encoding: 'utf-8' }, control);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Statistics measured lately, by text and tokenizer: a form asks for the same ones again and again. */
class StatisticsCache {
  static readonly #KEPT = 40;
  readonly #entries = new Map<string, Promise<CorpusStatistics>>();

  get(key: string, measure: () => Promise<CorpusStatistics>): Promise<CorpusStatistics> {
    const known = this.#entries.get(key);
    if (known) return known;
    const fresh = measure();
    this.#entries.set(key, fresh);
    fresh.catch(() => this.#entries.delete(key));
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > StatisticsCache.#KEPT && oldest !== undefined) this.#entries.delete(oldest);
    return fresh;
  }
}

export function corporaVerbs(context: Context): Verbs<'corpora.'> {
  const { workspace, files, jobs, texts } = context;
  const { corpora } = workspace;
  const statistics = new StatisticsCache();
  const changed = async <T>(value: T): Promise<T> => {
    await tellCorpora(context);
    return value;
  };
  return {
    async 'corpora.preview'({ file, encoding }) {
      return files.use(file, 'source', async ({ path, name }) =>
        resultOf(await texts.run('preview', { path, name, encoding })),
      );
    },
    async 'corpora.import'({ file, encoding, name, origin }) {
      const source = files.source(file);
      const text = { path: source.path, name: name ?? nameOfFile(source.name), origin, encoding };
      const work = async (control: JobControl) => {
        const corpus = await importText(context, text, control);
        // Read to the last byte: nobody will want it in another encoding.
        if (corpus.replaced === 0) files.release(file);
        return corpus;
      };
      return { job: jobs.start('import', text.name, (control) => files.use(file, 'source', () => work(control))) };
    },
    async 'corpora.paste'({ name, text }) {
      return { job: jobs.start('import', name, (control) => importPasted(context, name, text, control)) };
    },
    'corpora.rename': async ({ id, name }) => changed(await corpora.update(id, (corpus) => ({ ...corpus, name }))),
    async 'corpora.delete'({ id }) {
      await corpora.remove(id);
      return changed({});
    },
    'corpora.restore': async ({ id }) => changed(await corpora.restore(id)),
    async 'corpora.text'({ id, offset, length }) {
      const { characters } = await corpora.read(id);
      return { ...(await readTextSlice(join(corpora.path(id), 'text.txt'), offset, length)), characters };
    },
    async 'corpora.symbols'({ id, ...asked }) {
      await corpora.read(id);
      return resultOf(await texts.run('symbols', { path: join(corpora.path(id), 'text.txt'), ...asked }));
    },
    async 'corpora.search'({ id, ...asked }) {
      await corpora.read(id);
      return resultOf(await texts.run('search', { path: join(corpora.path(id), 'text.txt'), ...asked }));
    },
    async 'corpora.statistics'({ id, tokenizer, lowercase }) {
      const corpus = await corpora.read(id);
      const known = corpus.statistics;
      if (known.tokenizer === tokenizer && known.lowercase === lowercase) return known;
      const path = join(corpora.path(id), 'text.txt');
      return statistics.get(`${corpus.sha256} ${tokenizer} ${lowercase}`, async () =>
        resultOf(await texts.run('statistics', { path, tokenizer, lowercase })),
      );
    },
  };
}

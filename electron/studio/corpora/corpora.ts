import { rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { nameOf } from '../../contract/common.ts';
import type { Corpus, CorpusStatistics } from '../../contract/corpus.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { temporaryFolder } from '../../storage/processes/temporary-folder.ts';
import { readTextSlice } from '../../storage/files/text-slice.ts';
import type { Context } from '../context.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import { SharedWork } from '../jobs/shared-work.ts';
import type { Verbs } from '../verbs.ts';
import type { WorkerReport } from '../workers/worker-process.ts';

interface TextToImport {
  path: string;
  name: string;
  origin: Corpus['origin'];
  encoding?: string;
}

/** The name a text gets from its file. */
const nameOfFile = (path: string) => nameOf(basename(path, extname(path)), 'Text');

/** Reads a text into the workspace, in the worker. */
export async function importText(
  context: Context,
  text: TextToImport,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<Corpus> {
  const { workspace, texts, events } = context;
  const ending = await texts.run(
    'import',
    { workspace: workspace.root, ...text },
    { signal, report: (message) => message.type === 'progress' && progress(message.fraction) },
  );
  return events.changed('corpora', resultOf(ending));
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

/** Statistics of other tokenizers that are remembered: a form asks for the same ones again and again. */
const STATISTICS_KEPT = 40;

export function corporaVerbs(context: Context): Verbs<'corpora.'> {
  const { workspace, files, jobs, texts, figures, events } = context;
  const { corpora } = workspace;
  const statistics = new SharedWork<CorpusStatistics>(STATISTICS_KEPT);
  const textOf = (id: string) => join(corpora.path(id), 'text.txt');
  const named = (corpus: Corpus, name: string) => ({ ...corpus, name });
  const list = listVerbs(events, 'corpora', corpora, named, (corpus) => corpus);
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
        if (corpus.replaced === 0 && !corpus.doubt) files.release(file);
        return corpus;
      };
      return { job: jobs.start('import', text.name, (control) => files.use(file, 'source', () => work(control))) };
    },
    async 'corpora.paste'({ name, text }) {
      return { job: jobs.start('import', name, (control) => importPasted(context, name, text, control)) };
    },
    'corpora.rename': list.rename,
    'corpora.delete': list.delete,
    'corpora.restore': list.restore,
    async 'corpora.text'({ id, offset, length }) {
      const { characters } = await corpora.read(id);
      return { ...(await readTextSlice(textOf(id), offset, length)), characters };
    },
    async 'corpora.symbols'({ id, ...asked }) {
      await corpora.read(id);
      return resultOf(await figures.run('symbols', { path: textOf(id), ...asked }));
    },
    async 'corpora.search'({ id, ...asked }) {
      await corpora.read(id);
      return resultOf(await figures.run('search', { path: textOf(id), ...asked }));
    },
    async 'corpora.statistics'({ id, tokenizer, lowercase }) {
      const corpus = await corpora.read(id);
      const measure = async ({ signal, progress }: Pick<JobControl, 'signal' | 'progress'>) => {
        const report = (message: WorkerReport) => message.type === 'progress' && progress(message.fraction);
        return resultOf(
          await figures.run('statistics', { path: textOf(id), tokenizer, lowercase }, { signal, report }),
        );
      };
      const key = `${corpus.sha256} ${tokenizer} ${lowercase}`;
      return { job: jobs.start('statistics', id, (control) => statistics.do(key, control, measure)) };
    },
  };
}

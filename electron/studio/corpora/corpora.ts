import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { nameOf } from '../../contract/common.ts';
import type { Corpus, Reading } from '../../contract/corpus.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import { newId } from '../../storage/records/ids.ts';
import { temporaryFolder } from '../../storage/processes/temporary-folder.ts';
import { readTextSlice } from '../../storage/files/text-slice.ts';
import { writeText } from '../../storage/files/write-text.ts';
import type { Context } from '../context.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import type { Verbs } from '../verbs.ts';
import { textStatistics } from './text-statistics.ts';

interface TextToImport extends Reading {
  path: string;
  /** what the file is called, with its extension, where its path does not say so */
  file?: string;
  name: string;
  origin: Corpus['origin'];
}

/** The name a text gets from its file. */
const nameOfFile = (path: string) => nameOf(basename(path, extname(path)), 'Text');

/** `Walden` → `Walden (2)`, `Walden (3)` … */
function nextName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(/ \(\d{1,3}\)$/, '');
  for (let number = 2; ; number++) {
    const next = nameOf(`${cutText(plain, LONGEST.name - 8)} (${number})`, name);
    if (!taken.has(next)) return next;
  }
}

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

/** Whether a run or a model learnt from it: what it is then stays as it was learnt. */
async function isLearnt({ workspace: { runs, models } }: Context, id: string): Promise<boolean> {
  const [learning, learnt] = await Promise.all([runs.list(), models.list()]);
  return [...learning.items, ...learnt.items].some(({ corpus }) => corpus.id === id);
}

/** Reads the file that a text came from once more, in another way. */
async function prepareAgain(
  context: Context,
  id: string,
  reading: Reading,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<Corpus> {
  const { workspace, texts, events } = context;
  const { corpora } = workspace;
  const { name } = await corpora.read(id);
  const learnt = await isLearnt(context, id);
  const names = new Set((await corpora.list()).items.map((each) => each.name));
  const target = learnt ? { target: newId(name, 'text'), name: nextName(name, names) } : { target: id, name };
  const ending = await texts.run(
    'prepare',
    { workspace: workspace.root, corpus: id, ...target, ...reading },
    { signal, report: (message) => message.type === 'progress' && progress(message.fraction) },
  );
  return events.changed('corpora', resultOf(ending));
}

async function importPasted(context: Context, name: string, text: string, control: JobControl): Promise<Corpus> {
  const folder = await temporaryFolder('paste');
  try {
    const path = join(folder, 'text.txt');
    await writeText(path, text);
    return await importText(context, { path, name, origin: 'paste', encoding: 'utf-8' }, control);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function corporaVerbs(context: Context): Verbs<'corpora.'> {
  const { workspace, files, jobs, texts, figures, events } = context;
  const { corpora } = workspace;
  const textOf = (id: string) => join(corpora.path(id), 'text.txt');
  const named = (corpus: Corpus, name: string) => ({ ...corpus, name });
  const list = listVerbs(events, 'corpora', corpora, named, (corpus) => corpus);
  return {
    async 'corpora.preview'({ file, encoding }) {
      return files.use(file, 'source', async ({ path, name }) =>
        resultOf(await texts.run('preview', { path, name, encoding })),
      );
    },
    async 'corpora.import'({ file, name, origin, ...reading }) {
      const source = files.source(file);
      const given = { path: source.path, file: source.name, name: name ?? nameOfFile(source.name), origin };
      const text = { ...given, ...reading };
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
    async 'corpora.prepare'({ id, ...reading }) {
      const { name } = await corpora.read(id);
      return { job: jobs.start('prepare', name, (control) => prepareAgain(context, id, reading, control)) };
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
      const measure = (control: JobControl) => textStatistics(context, corpus, { tokenizer, lowercase }, control);
      return { job: jobs.start('statistics', id, measure) };
    },
  };
}

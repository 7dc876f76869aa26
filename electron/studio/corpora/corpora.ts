import { basename, extname, join } from 'node:path';
import { nameOf } from '../../contract/common.ts';
import { bordersOf, type Corpus } from '../../contract/corpus.ts';
import type { RequestValue } from '../../contract/studio.ts';
import { readTextSlice } from '../../storage/files/text-slice.ts';
import type { Context } from '../context.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import type { Verbs } from '../verbs.ts';
import { importPasted, importText, joinFiles, prepareAgain } from './import-text.ts';
import { textStatistics } from './text-statistics.ts';

/** The name a text gets from its file. */
const nameOfFile = (path: string) => nameOf(basename(path, extname(path)), 'Text');

/** Files that the name of a text made of several tells of. */
const NAMED = 3;

/** The name that a text gets from several files. */
function nameOfFiles(paths: readonly string[]): string {
  const names = paths.slice(0, NAMED).map(nameOfFile);
  return nameOf([...names, ...(paths.length > NAMED ? ['…'] : [])].join(' + '), 'Text');
}

type GivenFile = RequestValue<'corpora.join'>['files'][number];

export function corporaVerbs(context: Context): Verbs<'corpora.'> {
  const { workspace, files, jobs, texts, figures, events } = context;
  const { corpora } = workspace;
  const textOf = (id: string) => join(corpora.path(id), 'text.txt');
  const named = (corpus: Corpus, name: string) => ({ ...corpus, name });
  const list = listVerbs(events, 'corpora', corpora, named, (corpus) => corpus);
  const sourcesOf = (given: readonly GivenFile[]) =>
    given.map(({ file, ...how }) => {
      const { path, name } = files.source(file);
      return { path, name, ...how };
    });
  /** Works on several files, none of which goes meanwhile; they are released once it is over. */
  const using = (given: readonly GivenFile[], work: (control: JobControl) => Promise<Corpus>) => {
    const tokens = given.map(({ file }) => file);
    return (control: JobControl) =>
      files.useAll(tokens, () => work(control)).finally(() => tokens.forEach((token) => files.release(token)));
  };
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
    async 'corpora.join'({ files: given, name, ...reading }) {
      const sources = sourcesOf(given);
      const named = name ?? nameOfFiles(sources.map((source) => source.name));
      const work = (control: JobControl) => joinFiles(context, { name: named, files: sources, ...reading }, control);
      return { job: jobs.start('import', named, using(given, work)) };
    },
    async 'corpora.sources'({ id, order, files: given }) {
      const { name } = await corpora.read(id);
      const sources = { order, files: sourcesOf(given) };
      const work = (control: JobControl) => prepareAgain(context, id, { sources }, control);
      return { job: jobs.start('prepare', name, using(given, work)) };
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
      const { text, line } = await readTextSlice(textOf(id), offset, length);
      return { text, line, characters };
    },
    async 'corpora.symbols'({ id, ...asked }) {
      const borders = bordersOf(await corpora.read(id));
      return resultOf(await figures.run('symbols', { path: textOf(id), borders, ...asked }));
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

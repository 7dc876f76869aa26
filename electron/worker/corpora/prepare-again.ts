import { extname, join } from 'node:path';
import type { Corpus, Source } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import type { Preparation, PreparedStep } from '../../contract/preparation.ts';
import type { JobInput } from '../../contract/worker.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { writeJoined, type SourceToRead } from './join-sources.ts';
import { writeCorpus, type FileToRead } from './write-corpus.ts';

type Wishes = Pick<JobInput<'prepare'>, 'encoding' | 'column' | 'prepare'>;

/** The one file that a corpus came from. */
function fileOf(folder: string, { original, origin, encoding, document }: Corpus, wishes: Wishes): FileToRead {
  const file = original ?? 'text.txt';
  return {
    ...{ origin, path: join(folder, file), file },
    encoding: wishes.encoding ?? (original ? encoding : 'utf-8'),
    column: wishes.column,
    columnBefore: document.kind === 'table' ? `${document.column + 1}` : undefined,
    prepare: wishes.prepare,
  };
}

/** One of the files that a corpus is made of. */
const sourceOf = (folder: string, { name, original, encoding, column }: Source, wishes: Wishes): SourceToRead => ({
  ...{ file: name, path: join(folder, original), origin: 'file', found: false },
  encoding: wishes.encoding ?? encoding,
  column: wishes.column,
  columnBefore: column === undefined ? undefined : `${column}`,
  prepare: wishes.prepare,
});

/** Just what was done before, in the same way. */
function asBefore(preparation: readonly PreparedStep[] = []): Preparation {
  const done = preparation.filter((step) => step.done);
  return {
    proposed: false,
    steps: Object.fromEntries(done.map(({ step }) => [step, true])),
    options: Object.fromEntries(done.flatMap(({ step, options }) => (options ? [[step, options]] : []))),
  };
}

/** The files of a corpus as they are to be read again without any change to what is done to them. */
function filesOf(folder: string, corpus: Corpus): SourceToRead[] {
  if (corpus.sources)
    return corpus.sources.map((source) => sourceOf(folder, source, { prepare: asBefore(source.preparation) }));
  const only = fileOf(folder, corpus, { prepare: asBefore(corpus.preparation) });
  return [{ ...only, file: `${corpus.name}${extname(only.file)}`, found: false }];
}

/** Reads the files that a corpus came from once more: to prepare its text in another way, or to make it of others. */
export const prepareAgain: Job<'prepare'> = async (input, context) => {
  const { workspace, corpus: id, target, name, sources, files, ...wishes } = input;
  const { corpora } = workspaceAt(workspace);
  const corpus = await corpora.read(id);
  const folder = corpora.path(id);
  const how = { replace: target === id };
  // whoever puts the files of a text in order has the last word
  const joined = (read: readonly SourceToRead[]) =>
    writeJoined(workspace, { id: target, name, files: read }, context, { ...how, asGiven: true });
  if (sources) {
    const own = filesOf(folder, corpus);
    const left = sources.order.flatMap((index) => own[index] ?? []);
    const added = sources.files.map(({ name: file, ...given }) => ({
      ...{ ...given, file, origin: 'file' as const },
      isOwn: given.column !== undefined,
    }));
    if (left.length + added.length === 0) throw new AesopError('files-none');
    return joined([...left, ...added]);
  }
  if (corpus.sources) {
    const wishesFor = ({ preparation }: Source, index: number): Wishes => {
      if (!files) return wishes;
      return files.find((file) => file.index === index) ?? { prepare: asBefore(preparation) };
    };
    return joined(corpus.sources.map((source, index) => sourceOf(folder, source, wishesFor(source, index))));
  }
  return writeCorpus(workspace, { id: target, name, ...fileOf(folder, corpus, wishes) }, context, how);
};

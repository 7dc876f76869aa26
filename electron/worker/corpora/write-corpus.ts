import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { corpusSchema, type Corpus, type CorpusStatistics } from '../../contract/corpus.ts';
import type { DocumentFound } from '../../contract/document.ts';
import { versionOf } from '../../contract/file-formats.ts';
import type { Preparation } from '../../contract/preparation.ts';
import { isPrepared, readPrepared, type PreparedCorpus } from '../../engine/text/intake/index.ts';
import { corpusStatistics } from '../../engine/text/statistics/statistics.ts';
import type { TextWork } from '../../engine/text/text-work.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { textFile } from '../../storage/files/text-file.ts';
import { isLearnt } from '../../storage/workspace/learnt-text.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { JobContext } from '../job.ts';
import { TextThread } from './beside/text-thread.ts';
import { nameOfText } from './name-of-text.ts';
import { keepVocabulary } from './kept-vocabulary.ts';

/** A file that is read, and how. */
export interface FileToRead {
  readonly origin: Corpus['origin'];
  /** of the file as it came */
  readonly path: string;
  /** what it is called, with its extension */
  readonly file: string;
  readonly encoding?: string;
  /** asked for, of a table */
  readonly column?: string;
  /** that its text was before, where nobody asks for another; what is no table now has none */
  readonly columnBefore?: string;
  readonly prepare?: Preparation;
}

export interface CorpusToWrite extends FileToRead {
  readonly id: string;
  readonly name: string;
}

/** Reading is most of the work; counting is the rest. */
export const READING_SHARE = 0.9;

/** Thrown inside the unfinished folder of a text that the workspace holds already. */
class KnownText extends Error {
  readonly corpus: Corpus;

  constructor(corpus: Corpus) {
    super(corpus.id);
    this.corpus = corpus;
  }
}

/**
 * Reads the file into `text.txt` of a folder.
 * @param progress takes the share that is read, 0 to 1
 * @param work what looks at the text and prepares it
 */
export async function readInto(
  folder: string,
  given: FileToRead,
  signal: AbortSignal,
  progress: (fraction: number) => void,
  work: TextWork,
): Promise<PreparedCorpus> {
  const { path, file, origin, encoding, column = given.columnBefore, prepare } = given;
  const asItCame = textFile(join(folder, 'as-it-came.txt'));
  const prepared = textFile(join(folder, 'prepared.txt'));
  const read = await readPrepared(path, asItCame, {
    ...{ name: file, encoding, column, prepare, plain: origin !== 'file', prepared, signal, work },
    onProgress: progress,
  }).finally(() => Promise.all([asItCame.end(), prepared.end()]));
  const [learnt, other] = isPrepared(read) ? [prepared, asItCame] : [asItCame, prepared];
  await Promise.all([rename(learnt.path, join(folder, 'text.txt')), rm(other.path)]);
  return read;
}

/** Looks whether what a column is asked of has a table. @throws AesopError `column-of-no-table` */
export function requireTable({ file, column }: FileToRead, documents: readonly DocumentFound[]): void {
  if (column !== undefined && !documents.some(({ kind }) => kind === 'table'))
    throw new AesopError('column-of-no-table', { name: file, column });
}

/** Whether the text alone gives back all that was in the file. */
const isAllThere = (read: PreparedCorpus) =>
  read.document.kind === 'text' && read.encoding === 'utf-8' && !read.doubt && read.replaced === 0 && !isPrepared(read);

/** A name with the extension by which programs know a file, where it has a plain one. */
const named = (name: string, file: string) =>
  `${name}${/^\.[a-z0-9]{1,8}$/.exec(extname(file).toLowerCase())?.[0] ?? ''}`;

/** Keeps a file as it came. @returns its name in the folder, `name` with its extension */
export async function keepOriginal(folder: string, name: string, { path, file }: FileToRead): Promise<string> {
  const original = named(name, file);
  await onDisk(path, () =>
    copyFile(path, join(folder, original), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
  );
  return original;
}

/** Writes what the reading of a text has counted, and tells of it. @param counting makes the statistics, meanwhile */
export async function writeDescription(
  folder: string,
  read: Omit<Corpus, 'statistics'>,
  counting: Promise<CorpusStatistics>,
  vocabulary: Vocabulary,
): Promise<Corpus> {
  // whatever fails, nothing is being written any more when the folder goes
  const [statistics, kept] = await Promise.allSettled([counting, keepVocabulary(folder, vocabulary)]);
  if (statistics.status === 'rejected') throw statistics.reason;
  if (kept.status === 'rejected') throw kept.reason;
  const corpus: Corpus = { ...read, statistics: statistics.value };
  const description = await open(join(folder, 'corpus.json'), 'wx');
  await description
    .writeFile(`${JSON.stringify(corpusSchema.parse(corpus), null, 2)}\n`)
    .finally(() => description.close());
  return corpus;
}

/**
 * Makes the folder of a corpus, which appears when it is whole. A text that is there already is answered as it is.
 * @param write fills the folder; before it describes the text, it asks whether that is known
 * @param replace it takes the place of the corpus of that id
 * @throws AesopError `text-learnt` where a run began meanwhile to learn from the one that it would replace
 */
export async function writeUnlessKnown(
  workspace: string,
  id: string,
  write: (folder: string, requireNew: (sha256: string) => Promise<void>) => Promise<Corpus>,
  { replace = false }: { replace?: boolean } = {},
): Promise<Corpus> {
  const place = workspaceAt(workspace);
  const { corpora } = place;
  const requireNew = async (sha256: string) => {
    const known = (await corpora.list()).items.find((each) => each.sha256 === sha256 && !(replace && each.id === id));
    if (known) throw new KnownText(known);
  };
  const fill = async (folder: string) => {
    const before = replace ? await place.corpora.read(id) : undefined;
    const corpus = await write(folder, requireNew);
    if (before && (await isLearnt(place, before))) throw new AesopError('text-learnt', { name: before.name });
    return corpus;
  };
  return writeFolderAtomic(corpora.path(id), fill, { replace }).catch((thrown: unknown) => {
    if (thrown instanceof KnownText) return thrown.corpus;
    throw thrown;
  });
}

/**
 * Reads a file into a corpus.
 * @param replace it takes the place of the corpus of that id
 * @throws AesopError `column-of-no-table`, and what the file itself is wrong with
 */
export async function writeCorpus(
  workspace: string,
  given: CorpusToWrite,
  context: JobContext,
  how: { replace?: boolean } = {},
): Promise<Corpus> {
  const { id, origin } = given;
  const thread = new TextThread(context);
  void thread.expect(given.path);
  const write = async (folder: string, requireNew: (sha256: string) => Promise<void>) => {
    const progress = (fraction: number) => context.progress(fraction * READING_SHARE);
    const read = await readInto(folder, given, context.signal, progress, thread);
    const { bytes, encoding, confidence, doubt, replaced, document, source, preparation } = read;
    const { characters, lines, language, sha256 } = read;
    const name = nameOfText(given, read.title);
    requireTable(given, [document]);
    await requireNew(sha256);
    const original = isAllThere(read) ? undefined : await keepOriginal(folder, 'original', given);
    const corpus: Omit<Corpus, 'statistics'> = {
      ...{ version: versionOf('corpus'), id, name, origin, bytes, encoding, confidence, doubt, replaced },
      ...{ document, source, preparation, original, characters, lines, language, sha256 },
      importedAt: new Date().toISOString(),
    };
    const counting = corpusStatistics(read, context.signal, thread);
    return writeDescription(folder, corpus, counting, read.vocabulary);
  };
  return writeUnlessKnown(workspace, id, write, how).finally(() => thread.close());
}

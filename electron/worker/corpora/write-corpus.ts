import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { corpusSchema, type Corpus } from '../../contract/corpus.ts';
import { versionOf } from '../../contract/file-formats.ts';
import type { Preparation } from '../../contract/preparation.ts';
import { isPrepared, readPrepared, type PreparedCorpus } from '../../engine/text/intake/index.ts';
import { corpusStatistics } from '../../engine/text/statistics/statistics.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { textFile } from '../../storage/files/text-file.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { JobContext } from '../job.ts';
import { keepVocabulary } from './kept-vocabulary.ts';

export interface CorpusToWrite {
  readonly id: string;
  readonly name: string;
  readonly origin: Corpus['origin'];
  /** of the file as it came */
  readonly path: string;
  /** what it is called, with its extension */
  readonly file: string;
  readonly encoding?: string;
  readonly column?: string;
  readonly prepare?: Preparation;
}

/** Reading is most of the work; counting is the rest. */
const READING_SHARE = 0.9;

/** Thrown inside the unfinished folder of a text that the workspace holds already. */
class KnownText extends Error {
  readonly corpus: Corpus;

  constructor(corpus: Corpus) {
    super(corpus.id);
    this.corpus = corpus;
  }
}

/** Reads the file into `text.txt` of a folder. */
async function readInto(folder: string, given: CorpusToWrite, context: JobContext): Promise<PreparedCorpus> {
  const { path, file, origin, encoding, column, prepare } = given;
  const asItCame = textFile(join(folder, 'as-it-came.txt'));
  const prepared = textFile(join(folder, 'prepared.txt'));
  const read = await readPrepared(path, asItCame, {
    ...{ name: file, encoding, column, prepare, plain: origin !== 'file', prepared, signal: context.signal },
    onProgress: (fraction) => context.progress(fraction * READING_SHARE),
  }).finally(() => Promise.all([asItCame.end(), prepared.end()]));
  const [learnt, other] = isPrepared(read) ? [prepared, asItCame] : [asItCame, prepared];
  await Promise.all([rename(learnt.path, join(folder, 'text.txt')), rm(other.path)]);
  return read;
}

/** Whether the text alone gives back all that was in the file. */
const isAllThere = (read: PreparedCorpus) =>
  read.document.kind === 'text' && read.encoding === 'utf-8' && !read.doubt && read.replaced === 0 && !isPrepared(read);

/** `original` with an extension by which programs know the file, where it has a plain one. */
const originalName = (file: string) => `original${/^\.[a-z0-9]{1,8}$/.exec(extname(file).toLowerCase())?.[0] ?? ''}`;

/**
 * Reads a file into a corpus folder, which appears when it is whole. A text that is there already is answered as it is.
 * @param replace it takes the place of the corpus of that id
 */
export async function writeCorpus(
  workspace: string,
  given: CorpusToWrite,
  context: JobContext,
  { replace = false }: { replace?: boolean } = {},
): Promise<Corpus> {
  const { corpora } = workspaceAt(workspace);
  const { id, name, origin, path, file } = given;
  const write = async (folder: string) => {
    const read = await readInto(folder, given, context);
    const { bytes, encoding, confidence, doubt, replaced, document, source, preparation } = read;
    const { characters, lines, language, sha256 } = read;
    const known = (await corpora.list()).items.find((each) => each.sha256 === sha256 && !(replace && each.id === id));
    if (known) throw new KnownText(known);
    const original = isAllThere(read) ? undefined : originalName(file);
    if (original)
      await onDisk(path, () =>
        copyFile(path, join(folder, original), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
      );
    const corpus: Corpus = {
      ...{ version: versionOf('corpus'), id, name, origin, bytes, encoding, confidence, doubt, replaced },
      ...{ document, source, preparation, original, characters, lines, language, sha256 },
      importedAt: new Date().toISOString(),
      statistics: await corpusStatistics(read, context.signal),
    };
    await keepVocabulary(folder, read.vocabulary);
    const description = await open(join(folder, 'corpus.json'), 'wx');
    await description
      .writeFile(`${JSON.stringify(corpusSchema.parse(corpus), null, 2)}\n`)
      .finally(() => description.close());
    return corpus;
  };
  return writeFolderAtomic(corpora.path(id), write, { replace }).catch((thrown: unknown) => {
    if (thrown instanceof KnownText) return thrown.corpus;
    throw thrown;
  });
}

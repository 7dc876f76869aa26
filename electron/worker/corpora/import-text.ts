import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { corpusSchema, type Corpus } from '../../contract/corpus.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { readCorpus } from '../../engine/text/corpus.ts';
import { corpusStatistics } from '../../engine/text/statistics/statistics.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import { newId } from '../../storage/records/ids.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';

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

/** Reads a text file into a corpus folder, which appears when it is whole. A text that is there already is answered as it is. */
export const importText: Job<'import'> = async ({ workspace, path, name, origin, encoding }, context) => {
  const id = newId(name, 'text');
  const { corpora } = workspaceAt(workspace);
  const written = writeFolderAtomic(corpora.path(id), async (folder) => {
    const text = await open(join(folder, 'text.txt'), 'wx');
    const read = await readCorpus(
      { path },
      {
        name,
        encoding,
        signal: context.signal,
        onProgress: (fraction) => context.progress(fraction * READING_SHARE),
        onText: (piece) => text.writeFile(piece),
      },
    ).finally(() => text.close());
    const { bytes, confidence, doubt, replaced, characters, lines, language, sha256 } = read;
    const known = (await corpora.list()).items.find((each) => each.sha256 === sha256);
    if (known) throw new KnownText(known);
    const corpus: Corpus = {
      version: versionOf('corpus'),
      id,
      name,
      origin,
      bytes,
      encoding: read.encoding,
      confidence,
      doubt,
      replaced,
      characters,
      lines,
      language,
      sha256,
      importedAt: new Date().toISOString(),
      statistics: await corpusStatistics(read, context.signal),
    };
    const description = await open(join(folder, 'corpus.json'), 'wx');
    await description
      .writeFile(`${JSON.stringify(corpusSchema.parse(corpus), null, 2)}\n`)
      .finally(() => description.close());
    return corpus;
  });
  return written.catch((thrown: unknown) => {
    if (thrown instanceof KnownText) return thrown.corpus;
    throw thrown;
  });
};

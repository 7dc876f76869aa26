import { join } from 'node:path';
import type { Corpus } from '../../contract/corpus.ts';
import type { JobInput } from '../../contract/worker.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { writeJoined } from './join-sources.ts';
import { writeCorpus, type FileToRead } from './write-corpus.ts';

/** The one file that a corpus came from. */
function fileOf(folder: string, { original, origin, encoding, document }: Corpus, wishes: Wishes): FileToRead {
  const file = original ?? 'text.txt';
  return {
    ...{ origin, path: join(folder, file), file },
    encoding: wishes.encoding ?? (original ? encoding : 'utf-8'),
    column: wishes.column ?? (document.kind === 'table' ? `${document.column + 1}` : undefined),
    prepare: wishes.prepare,
  };
}
type Wishes = Pick<JobInput<'prepare'>, 'encoding' | 'column' | 'prepare'>;

/** Reads the files that a corpus came from once more, and prepares its text in another way. */
export const prepareAgain: Job<'prepare'> = async ({ workspace, corpus: id, target, name, ...wishes }, context) => {
  const { corpora } = workspaceAt(workspace);
  const corpus = await corpora.read(id);
  const folder = corpora.path(id);
  const how = { replace: target === id };
  if (corpus.sources === undefined)
    return writeCorpus(workspace, { id: target, name, ...fileOf(folder, corpus, wishes) }, context, how);
  const files = corpus.sources.map(({ name: file, original, encoding, column }) => ({
    ...{ file, path: join(folder, original), origin: 'file' as const, found: false },
    encoding: wishes.encoding ?? encoding,
    column: wishes.column ?? (column === undefined ? undefined : `${column}`),
    prepare: wishes.prepare,
  }));
  return writeJoined(workspace, { id: target, name, files }, context, how);
};

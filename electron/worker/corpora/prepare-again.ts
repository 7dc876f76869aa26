import { join } from 'node:path';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { writeCorpus } from './write-corpus.ts';

/** Reads the file that a corpus came from once more, and prepares its text in another way. */
export const prepareAgain: Job<'prepare'> = async ({ workspace, corpus, target, name, ...wishes }, context) => {
  const { corpora } = workspaceAt(workspace);
  const { original, origin, encoding, document } = await corpora.read(corpus);
  const file = original ?? 'text.txt';
  const given = {
    ...{ id: target, name, origin, path: join(corpora.path(corpus), file), file },
    encoding: wishes.encoding ?? (original ? encoding : 'utf-8'),
    column: wishes.column ?? (document.kind === 'table' ? `${document.column + 1}` : undefined),
    prepare: wishes.prepare,
  };
  return writeCorpus(workspace, given, context, { replace: target === corpus });
};

import { join } from 'node:path';
import { bordersOf } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { message } from '../../contract/message.ts';
import { checkConflicts } from '../../contract/hyperparameters.ts';
import type { Run } from '../../contract/run.ts';
import { readCorpus, type Corpus } from '../../engine/text/corpus.ts';
import { learntText } from '../../storage/workspace/learnt-text.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';
import { baseVocabulary } from './base-model.ts';

/**
 * The run's text through the run's tokenizer.
 * @throws AesopError `corpus-missing`, `file-damaged` where it has changed, `setting-conflict` where run.json has
 */
export async function runText(workspace: Workspace, run: Run, signal: AbortSignal): Promise<Corpus> {
  const { corpus, hyperparameters: h, cut } = run;
  checkConflicts(h);
  const { id, language } = await learntText(workspace, corpus);
  const path = join(workspace.corpora.path(id), 'text.txt');
  const text = await readCorpus(
    { path },
    {
      name: corpus.name,
      known: true,
      language,
      tokenizer: h.tokenizer,
      lowercase: h.lowercase,
      cut,
      base: await baseVocabulary(workspace, run),
      vocabularyLimit: h.vocabularyLimit,
      minimumCount: h.minimumCount,
      borders: bordersOf(corpus),
      signal,
    },
  );
  if (text.sha256 !== corpus.sha256)
    throw new AesopError('file-damaged', { path, problem: message('phrases.text-changed') });
  return text;
}

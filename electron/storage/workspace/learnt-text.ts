import type { Corpus } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { isLearntFrom, learntFrom, type Learnt } from '../../contract/learnt.ts';
import type { Workspace } from './workspace.ts';

/**
 * The text that a run or a model learnt from.
 * @throws AesopError `corpus-missing` by the name that it had, `file-damaged`
 */
export async function learntText({ corpora }: Pick<Workspace, 'corpora'>, learnt: Learnt): Promise<Corpus> {
  const missing = new AesopError('corpus-missing', { id: learnt.name });
  try {
    if (learnt.id !== undefined) return await corpora.read(learnt.id);
  } catch (thrown) {
    if (!(thrown instanceof AesopError && thrown.code === missing.code)) throw thrown;
  }
  const anew = learntFrom((await corpora.list()).items, learnt);
  if (!anew) throw missing;
  return anew;
}

/** Whether a run or a model learnt from it: what it is then stays as it was learnt. */
export async function isLearnt(
  { runs, models }: Pick<Workspace, 'runs' | 'models'>,
  text: Pick<Corpus, 'id' | 'sha256'>,
): Promise<boolean> {
  const [learning, learnt] = await Promise.all([runs.list(), models.list()]);
  return [...learning.items, ...learnt.items].some(({ corpus }) => isLearntFrom(text, corpus));
}

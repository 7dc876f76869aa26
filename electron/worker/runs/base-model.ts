import { settledBy } from '../../contract/base.ts';
import type { Run } from '../../contract/run.ts';
import { AesopError } from '../../contract/errors.ts';
import { describeModel, eachParameter, readVocabulary } from '../../engine/formats/read-model.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { firstWeights, replacedByBase } from '../../engine/training/first-weights.ts';
import type { NamedArrays } from '../../engine/training/index.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';

/**
 * Reads the run's copy of the model that it learns on from.
 * @throws AesopError `base-damaged` for whatever is wrong with that; `model-newer`, `no-permission`
 */
async function readBase<T>({ runs }: Workspace, { id, base }: Run, read: (folder: string) => Promise<T>): Promise<T> {
  const path = runFiles(runs.path(id)).base;
  try {
    return await read(path);
  } catch (thrown) {
    const isDamage = thrown instanceof AesopError && thrown.code.startsWith('model-') && thrown.code !== 'model-newer';
    if (!isDamage) throw thrown;
    throw new AesopError('base-damaged', { name: base!.name, path }, `${thrown.code} ${thrown.detail}`);
  }
}

/**
 * The vocabulary of the model that a run learns on from; undefined where it begins with chance.
 * @throws AesopError `base-damaged`
 */
export async function baseVocabulary(workspace: Workspace, run: Run): Promise<Vocabulary | undefined> {
  if (!run.base) return undefined;
  return readBase(workspace, run, async (folder) => {
    const { vocabulary } = await readVocabulary(folder);
    if (vocabulary.tokenizer === 'words' && vocabulary.cut !== run.cut)
      throw new AesopError('model-damaged', { id: run.base!.id, file: 'vocabulary.json' }, 'it is of another cut');
    return vocabulary;
  });
}

/** Whether two networks have the same parts. */
const isAlike = (one: Run['hyperparameters'], other: Run['hyperparameters']): boolean =>
  JSON.stringify(settledBy(one)) === JSON.stringify(settledBy(other));

/**
 * The weights that a run begins with.
 * @param vocabulary of its text
 * @throws AesopError `base-damaged`
 */
export async function firstWeightsOf(workspace: Workspace, run: Run, vocabulary: Vocabulary): Promise<NamedArrays> {
  const { hyperparameters: h } = run;
  const weights = firstWeights(h, vocabulary);
  if (!run.base) return weights;
  return readBase(workspace, run, async (folder) => {
    const description = await describeModel(folder);
    if (!isAlike(description.card.hyperparameters, h))
      throw new AesopError('model-damaged', { id: run.base!.id, file: 'card.json' }, 'it is of another network');
    await eachParameter(description, replacedByBase(weights, h, vocabulary, description.vocabulary));
    return weights;
  });
}

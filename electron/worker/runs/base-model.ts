import type { Run } from '../../contract/run.ts';
import { AesopError } from '../../contract/errors.ts';
import { describeModel, eachParameter, readVocabulary } from '../../engine/formats/read-model.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { firstWeights } from '../../engine/training/first-weights.ts';
import type { NamedArrays } from '../../engine/training/index.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';

const folderOf = ({ runs }: Workspace, { id }: Run): string => runFiles(runs.path(id)).base;

/**
 * The vocabulary of the model that a run learns on from; undefined where it begins with chance.
 * @throws AesopError as `readVocabulary`, and `base-cut` where it cuts words as no text is cut any more
 */
export async function baseVocabulary(workspace: Workspace, run: Run): Promise<Vocabulary | undefined> {
  if (!run.base) return undefined;
  const { vocabulary } = await readVocabulary(folderOf(workspace, run));
  if (vocabulary.tokenizer === 'words' && vocabulary.cut !== run.cut)
    throw new AesopError('base-cut', { name: run.base.name });
  return vocabulary;
}

/**
 * The weights that a run begins with.
 * @param vocabulary of its text
 * @throws AesopError as `verifyModel`, of the model that it learns on from
 */
export async function firstWeightsOf(workspace: Workspace, run: Run, vocabulary: Vocabulary): Promise<NamedArrays> {
  const { hyperparameters: h } = run;
  if (!run.base) return firstWeights(h, vocabulary);
  const description = await describeModel(folderOf(workspace, run));
  const weights: Record<string, Float32Array> = {};
  await eachParameter(description, (name, values) => (weights[name] = values));
  return firstWeights(h, vocabulary, { vocabulary: description.vocabulary, weights });
}

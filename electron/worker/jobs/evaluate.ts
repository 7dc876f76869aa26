import { AesopError } from '../../contract/errors.ts';
import { symbolsNeeded } from '../../engine/data/index.ts';
import type { Ids } from '../../engine/data/index.ts';
import type { Vocabulary } from '../../engine/text/vocabulary.ts';
import type { Job } from '../job.ts';
import { measure } from '../measure.ts';
import { readIds } from '../text-ids.ts';
import { warmModel } from '../warm-model.ts';

/** Unknown symbols as `<unk>` where the model has learnt one; otherwise they are passed over. */
function knownIds(ids: Ids, { size, unknownId }: Vocabulary): Ids {
  if (unknownId === undefined) return ids.filter((id) => id !== size);
  return ids.map((id) => (id === size ? unknownId : id));
}

/** Loss, accuracy and perplexity of a model on a text. */
export const evaluate: Job<'evaluate'> = async ({ model: folder, path, name }, { signal, progress }) => {
  const { model, vocabulary, card } = await warmModel(folder);
  const { ids, unknown } = await readIds(path, vocabulary, { name, signal, progress });
  const known = knownIds(ids, vocabulary);
  const h = { ...card.hyperparameters, batchSize: 1 };
  const needed = symbolsNeeded({ ...h, sequenceLength: 1, order: 'shuffled' });
  if (known.length < needed) throw new AesopError('text-too-short', { symbols: known.length, needed });
  const measured = await measure(model, known, card.hyperparameters, signal);
  return { symbols: ids.length, unknown, ...measured };
};

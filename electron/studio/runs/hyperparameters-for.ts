import type { CorpusFacts } from '../../advice/wording.ts';
import { AesopError } from '../../contract/errors.ts';
import { checkConflicts, type Hyperparameters } from '../../contract/hyperparameters.ts';
import type { ModelCard } from '../../contract/model.ts';
import { proposeFineTuning } from '../../advice/fine-tuning.ts';
import { presetFor, presetNames } from '../../advice/presets.ts';
import { proposeHyperparameters, symbolsBy, withChanges } from '../../advice/propose.ts';

/** What settings start from, where it is not what is proposed for the text: a preset, or a model to learn on from. */
interface Start {
  readonly preset?: string;
  readonly base?: ModelCard;
}

function startOf(corpus: CorpusFacts, { preset, base }: Start): Hyperparameters {
  if (base) return proposeFineTuning(base, corpus);
  return preset === undefined ? proposeHyperparameters(corpus).hyperparameters : ofPreset(preset, corpus);
}

function ofPreset(preset: string, corpus: CorpusFacts): Hyperparameters {
  const name = presetNames.find((each) => each === preset);
  if (name === undefined) throw new AesopError('preset-unknown', { preset, known: presetNames.join(', ') });
  return presetFor(name, symbolsBy(name, corpus));
}

/**
 * The settings of a new run: the preset's, those that suit learning on from a model, or those proposed for the text, with
 * what was changed.
 * @throws AesopError `preset-unknown`, `setting-conflict`
 */
export function hyperparametersFor(
  corpus: CorpusFacts,
  start: Start,
  changes: Partial<Hyperparameters>,
): Hyperparameters {
  const hyperparameters = withChanges(startOf(corpus, start), changes);
  checkConflicts(hyperparameters);
  return hyperparameters;
}

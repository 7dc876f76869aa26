import type { Corpus } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { checkConflicts, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { presetHyperparameters, presetNames } from '../../advice/presets.ts';
import { proposeHyperparameters, withChanges } from '../../advice/propose.ts';

function ofPreset(preset: string): Hyperparameters {
  const name = presetNames.find((each) => each === preset);
  if (name === undefined) throw new AesopError('preset-unknown', { preset, known: presetNames.join(', ') });
  return presetHyperparameters(name);
}

/**
 * The settings of a new run: the preset's, or those proposed for the text, with what was changed.
 * @throws AesopError `preset-unknown`, `setting-conflict`
 */
export function hyperparametersFor(
  corpus: Corpus,
  preset: string | undefined,
  changes: Partial<Hyperparameters>,
): Hyperparameters {
  const base = preset === undefined ? proposeHyperparameters(corpus).hyperparameters : ofPreset(preset);
  const hyperparameters = withChanges(base, changes);
  checkConflicts(hyperparameters);
  return hyperparameters;
}

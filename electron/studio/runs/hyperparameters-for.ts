import type { CorpusFacts } from '../../advice/wording.ts';
import { AesopError } from '../../contract/errors.ts';
import { checkConflicts, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { presetFor, presetNames } from '../../advice/presets.ts';
import { proposeHyperparameters, symbolsBy, withChanges } from '../../advice/propose.ts';

function ofPreset(preset: string, corpus: CorpusFacts): Hyperparameters {
  const name = presetNames.find((each) => each === preset);
  if (name === undefined) throw new AesopError('preset-unknown', { preset, known: presetNames.join(', ') });
  return presetFor(name, symbolsBy(name, corpus));
}

/**
 * The settings of a new run: the preset's, or those proposed for the text, with what was changed.
 * @throws AesopError `preset-unknown`, `setting-conflict`
 */
export function hyperparametersFor(
  corpus: CorpusFacts,
  preset: string | undefined,
  changes: Partial<Hyperparameters>,
): Hyperparameters {
  const base = preset === undefined ? proposeHyperparameters(corpus).hyperparameters : ofPreset(preset, corpus);
  const hyperparameters = withChanges(base, changes);
  checkConflicts(hyperparameters);
  return hyperparameters;
}

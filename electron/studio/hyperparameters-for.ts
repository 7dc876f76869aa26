import type { Corpus } from '../contract/corpus.ts';
import { AesopError } from '../contract/errors.ts';
import { checkConflicts, type Hyperparameters } from '../contract/hyperparameters.ts';
import { presetHyperparameters, presetNames, type PresetName } from '../contract/presets.ts';

function ofPreset(preset: string): Hyperparameters {
  const name = presetNames.find((each) => each === preset);
  if (name === undefined) throw new AesopError('preset-unknown', { preset, known: presetNames.join(', ') });
  return presetHyperparameters(name satisfies PresetName);
}

/**
 * The settings of a new run: the preset's, or those proposed for the text, with what was changed.
 * @throws AesopError `preset-unknown`, `setting-conflict`
 */
export function hyperparametersFor(
  _corpus: Corpus,
  preset: string | undefined,
  changes: Partial<Hyperparameters>,
): Hyperparameters {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const hyperparameters = { ...(preset === undefined ? ofPreset('fable') : ofPreset(preset)), ...given };
  checkConflicts(hyperparameters);
  return hyperparameters;
}

import type { CorpusFacts } from '../../advice/wording.ts';
import { AesopError } from '../../contract/errors.ts';
import { isBase, SETTLED_BY_BASE } from '../../contract/base.ts';
import { checkConflicts, flagName, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { message } from '../../contract/message.ts';
import type { ModelCard } from '../../contract/model.ts';
import { proposeFineTuning } from '../../advice/fine-tuning.ts';
import { presetFor, presetNames } from '../../advice/presets.ts';
import { proposeHyperparameters, symbolsBy, withChanges } from '../../advice/propose.ts';

function startOf(corpus: CorpusFacts, { preset, base }: { preset?: string; base?: ModelCard }): Hyperparameters {
  if (base) return proposeFineTuning(base, corpus);
  return preset === undefined ? proposeHyperparameters(corpus).hyperparameters : ofPreset(preset, corpus);
}

function ofPreset(preset: string, corpus: CorpusFacts): Hyperparameters {
  const name = presetNames.find((each) => each === preset);
  if (name === undefined) throw new AesopError('preset-unknown', { preset, known: presetNames.join(', ') });
  return presetFor(name, symbolsBy(name, corpus));
}

/**
 * What a run is to keep of the model that it learns on from.
 * @throws AesopError `base-bare` where no text but its own can be learnt by it, `setting-conflict` where something else is wished
 */
export function requireBase(card: ModelCard, changes: Partial<Hyperparameters>): void {
  const { name, hyperparameters: h } = card;
  if (!isBase(card)) throw new AesopError('base-bare', { name });
  const other = SETTLED_BY_BASE.find((each) => changes[each] !== undefined && changes[each] !== h[each]);
  if (other === undefined) return;
  const advice = message('phrases.settled-by-base');
  const value = String(changes[other]);
  throw new AesopError('setting-conflict', { name: `--${flagName(other)}`, value, other: `--base ${name}`, advice });
}

/**
 * The settings of a new run: the preset's, those that suit learning on from a model, or those proposed for the text, with
 * what was changed.
 * @throws AesopError `preset-unknown`, `setting-conflict`
 */
export function hyperparametersFor(
  corpus: CorpusFacts,
  { preset, base }: { preset?: string; base?: ModelCard },
  changes: Partial<Hyperparameters>,
): Hyperparameters {
  if (preset !== undefined && base) {
    const advice = message('phrases.settled-by-base');
    throw new AesopError('setting-conflict', { name: '--preset', value: preset, other: `--base ${base.name}`, advice });
  }
  const hyperparameters = withChanges(startOf(corpus, { preset, base }), changes);
  checkConflicts(hyperparameters);
  return hyperparameters;
}

import { validates, type Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Best } from '../../contract/run.ts';
import { partsForTraining } from '../data/index.ts';
import type { LanguageModel } from '../model/index.ts';
import type { NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import { Breath } from './breath.ts';
import { validate, validatedText } from './evaluation.ts';

/**
 * What a validation of the run would measure of a model with the weights of that step; nothing where the run keeps no text
 * aside.
 * @param signal what asks it to leave off
 */
export async function validationOf(
  model: LanguageModel,
  step: number,
  text: NumberedText & { readonly starts: readonly number[] },
  h: Hyperparameters,
  signal: AbortSignal,
): Promise<Best | undefined> {
  if (!validates(h)) return undefined;
  const { validation } = partsForTraining(text.ids, h, text.starts);
  const { loss } = await validate(model, text.ids, validation, h, new Breath(signal));
  const validationBitsPerCharacter = validatedText(text, validation, h).bitsPerCharacter(loss);
  return { step, validationLoss: loss, validationBitsPerCharacter };
}

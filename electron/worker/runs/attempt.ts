import { openingOf } from '../../contract/story-opening.ts';
import { Storyteller } from '../../engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../engine/inference/network.ts';
import { modelConfig } from '../../engine/model/model-config.ts';
import { normalizeText } from '../../engine/text/encodings/normalize.ts';
import { promptSymbols } from '../../engine/text/prompts/prompt.ts';
import { storySampling } from '../../engine/training/samples.ts';
import { Stopped, type Job } from '../job.ts';
import { lookInto } from './look-into.ts';

/** Tells a first line on with what a run has learnt so far; the training itself is left alone. */
export const attempt: Job<'attempt'> = async ({ workspace: root, run: id, prompt }, { signal }) => {
  const { run, vocabulary, tokenizer, weights, step } = await lookInto(root, id, signal);
  const { hyperparameters: h } = run;
  const network = new InferenceNetwork(modelConfig(h, vocabulary.size));
  for (const [name, { data }] of Object.entries(weights)) network.assign(name, data);
  const teller = new Storyteller({ network, vocabulary, tokenizer });
  const opening = openingOf(normalizeText(prompt), vocabulary.tokenizer);
  const told = await teller.tell(opening, { ...storySampling(h), seed: h.seed, unknown: 'keep' }, { signal });
  if (told.ended === 'cancelled') throw new Stopped();
  const story = told.symbols.map(({ text }) => text).join(tokenizer.separator);
  return { step, prompt: opening, symbols: promptSymbols(opening, tokenizer, vocabulary), story };
};

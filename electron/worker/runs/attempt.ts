import { AesopError } from '../../contract/errors.ts';
import { openingOf } from '../../contract/story-opening.ts';
import { Storyteller } from '../../engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../engine/inference/network.ts';
import { modelConfig } from '../../engine/model/model-config.ts';
import { normalizeText } from '../../engine/text/encodings/normalize.ts';
import { promptSymbols } from '../../engine/text/prompts/prompt.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import { storySampling } from '../../engine/training/samples.ts';
import { checkpointSteps, newestWeights } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import { Stopped, type Job } from '../job.ts';
import { learntText } from './learnt-text.ts';

/** Tells a first line on with what a run has learnt so far; the training itself is left alone. */
export const attempt: Job<'attempt'> = async ({ workspace: root, run: id, prompt }, { signal }) => {
  const workspace = workspaceAt(root);
  const run = await workspace.runs.read(id);
  const { checkpoints } = runFiles(workspace.runs.path(id));
  if ((await checkpointSteps(checkpoints)).length === 0)
    throw new AesopError('checkpoint-none-yet', { name: run.name });
  const { vocabulary, form } = await learntText(workspace, run, signal);
  const newest = await newestWeights(checkpoints, form);
  if (!newest) throw new AesopError('checkpoint-missing', { id });
  const { hyperparameters: h } = run;
  const network = new InferenceNetwork(modelConfig(h, vocabulary.size));
  for (const [name, { data }] of Object.entries(newest.weights)) network.assign(name, data);
  const tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  const teller = new Storyteller({ network, vocabulary, tokenizer });
  const opening = openingOf(normalizeText(prompt), vocabulary.tokenizer);
  const told = await teller.tell(opening, { ...storySampling(h), seed: h.seed, unknown: 'keep' }, { signal });
  if (told.ended === 'cancelled') throw new Stopped();
  const story = told.symbols.map(({ text }) => text).join(tokenizer.separator);
  return { step: newest.step, prompt: opening, symbols: promptSymbols(opening, tokenizer, vocabulary), story };
};

import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { samplingSchema } from '../../electron/contract/story.ts';
import { formats, openLeaving } from '../../electron/engine/formats/index.ts';
import { Storyteller } from '../../electron/engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../electron/engine/inference/network.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { saved, unheard } from '../engine/formats/leaving.ts';
import { emptyFolder, smallModel } from '../engine/formats/small-model.ts';
import type { Program } from './program.ts';

/** Models whose examples differ. */
export const EXAMPLES = [
  { context: 'window', windowLength: 3, layers: 2 },
  { context: 'sequence', layers: 2 },
  // told from more than a window takes
  { context: 'window', windowLength: 2, input: 'one-hot' },
  { context: 'sequence', input: 'ordinal' },
  // here <unk> would be the likeliest now and then
  { context: 'window', windowLength: 3, vocabularyLimit: 26 },
  { context: 'sequence', vocabularyLimit: 26 },
] as const satisfies Partial<Hyperparameters>[];

/** What the example in a README tells, as it stands, and what we tell ourselves of the same model. */
export async function bothTell(
  kernels: Kernels,
  python: Program,
  format: keyof typeof formats,
  settings: Partial<Hyperparameters>,
): Promise<{ theirs: string; ours: string }> {
  const small = smallModel(kernels, settings);
  const model = await openLeaving(await saved(small), unheard());
  const folder = emptyFolder();
  await formats[format].write(model, folder, '');
  const said = await python.ask<string>({ ask: 'example', folder, code: formats[format].usage!.example(model) });
  const teller = new Storyteller({ ...small, network: InferenceNetwork.of(small.model) });
  const { text } = await teller.tell(small.card.prompt, samplingSchema.parse({ greedy: true, length: 20 }));
  small.model.dispose();
  return { theirs: said.trim(), ours: text };
}

import { terminalMessage } from '../../messages/terminal.ts';
import { findModel } from '../find-model.ts';
import { askStandIns, sayReadings } from '../first-line.ts';
import { ASK, givenSampling, samplingFlags } from '../flags/sampling-flags.ts';
import { tellStory } from '../tell-story.ts';
import { textFlag, type Verb } from '../verb.ts';

const length = samplingFlags.find(({ name }) => name === 'length')!;

/** A story from a model. */
export const tell: Verb = {
  name: 'tell',
  arguments: [{ name: 'model', help: terminalMessage('given.model') }],
  flags: [
    textFlag('prompt', 'words', terminalMessage('flags.prompt'), 'story'),
    ...samplingFlags,
    { ...length, name: 'words', help: terminalMessage('flags.words') },
  ],
  examples: [
    'aesop tell fable-1 --prompt "had a general" --words 32 --greedy',
    'aesop tell fable-1 --temperature 1.2 --seed 7 --finish-sentence',
    'aesop tell fable-1 --prompt "a general named Elowen" --stand-in Elowen=Mouse',
  ],
  async run(host, [asked], options) {
    const model = await findModel(host, asked!);
    const sampling = givenSampling({ ...options, length: options.length ?? options.words });
    const card = model.card ?? (await host.job('verify', { model: model.path }, 'checking'));
    const prompt = (options.prompt as string | undefined) ?? card.prompt;
    const { path } = model;
    if (options.unknown === ASK) sampling.standIns = await askStandIns(host, path, prompt, sampling);
    await tellStory(host, model, card.hyperparameters.tokenizer, prompt, sampling);
    await sayReadings(host, path, prompt, sampling);
  },
};

import { AesopError } from '../../contract/errors.ts';
import { LONGEST, MOST_TELLERS } from '../../contract/limits.ts';
import { normalPrompt } from '../../contract/read-words.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Flag } from '../flags/flag.ts';
import { findModel } from '../find-model.ts';
import { askStandIns, sayReadings } from '../first-line.ts';
import { ASK, givenSampling, samplingFlags } from '../flags/sampling-flags.ts';
import type { Host } from '../host.ts';
import { tellBeside, type Teller } from '../tell-beside.ts';
import { tellStory } from '../tell-story.ts';
import { textFlag, type Verb } from '../verb.ts';

const length = samplingFlags.find(({ name }) => name === 'length')!;

/** Given again, it is one more. */
const tellerFlag: Flag<string[]> = {
  name: 'model',
  kind: 'value',
  placeholder: 'model',
  help: terminalMessage('flags.teller'),
  group: 'story',
  parse: (raw, previous) => [...((previous as string[] | undefined) ?? []), raw],
};

/**
 * The models that are to tell, each once, with their cards.
 * @throws AesopError `argument-missing`, `tellers-many`, `model-missing`, and what a folder's check finds
 */
async function tellersOf(host: Host, asked: readonly (string | undefined)[]): Promise<[Teller, ...Teller[]]> {
  const names = asked.filter((name) => name !== undefined);
  const tellers = new Map<string, Teller>();
  for (const name of names) {
    const model = await findModel(host, name);
    const card = model.card ?? (await host.job('verify', { model: model.path }, 'checking'));
    tellers.set(model.path, { ...model, card });
  }
  const [first, ...others] = tellers.values();
  if (!first) {
    const model = host.translator.text('names.model');
    const usage = `aesop tell <${model}> ${host.translator.text('help.someFlags')}`;
    throw new AesopError('argument-missing', { verb: 'tell', argument: `<${model}>`, usage });
  }
  if (tellers.size > MOST_TELLERS) throw new AesopError('tellers-many', { count: tellers.size, limit: MOST_TELLERS });
  return [first, ...others];
}

/** A story from a model, or the same line told by two or three. */
export const tell: Verb = {
  name: 'tell',
  arguments: [{ name: 'model', help: terminalMessage('given.model'), optional: true }],
  flags: [
    tellerFlag,
    textFlag('prompt', 'words', terminalMessage('flags.prompt'), 'story'),
    ...samplingFlags,
    { ...length, name: 'words', help: terminalMessage('flags.words') },
  ],
  examples: [
    'aesop tell fable-1 --prompt "had a general" --words 32 --greedy',
    'aesop tell fable-1 --temperature 1.2 --seed 7 --finish-sentence',
    'aesop tell --model fable-1 --model fable-2 --prompt "had a general" --seed 7',
    'aesop tell fable-1 --prompt "a general named Elowen" --stand-in Elowen=Mouse',
  ],
  async run(host, [asked], options) {
    const tellers = await tellersOf(host, [asked, ...((options.model as string[] | undefined) ?? [])]);
    const [{ path, card }] = tellers;
    const sampling = givenSampling({ ...options, length: options.length ?? options.words });
    const prompt = (options.prompt as string | undefined) ?? card.prompt;
    const read = normalPrompt(prompt).length;
    if (read > LONGEST.storyPrompt) throw new AesopError('prompt-long', { length: read, limit: LONGEST.storyPrompt });
    if (options.unknown === ASK)
      for (const teller of tellers) sampling.standIns = await askStandIns(host, teller.path, prompt, sampling);
    if (tellers.length > 1) return tellBeside(host, tellers, prompt, sampling);
    await tellStory(host, tellers[0], card.hyperparameters.tokenizer, prompt, sampling);
    await sayReadings(host, path, prompt, sampling);
  },
};

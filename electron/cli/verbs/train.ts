import { requireBase } from '../../contract/base.ts';
import { readId } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { checkConflicts, flagName, hyperparameterNames, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { learntFrom } from '../../contract/learnt.ts';
import type { ModelCard } from '../../contract/model.ts';
import { message, type Message } from '../../contract/message.ts';
import { presetHyperparameters, presetNames, type PresetName } from '../../advice/presets.ts';
import { withChanges } from '../../advice/propose.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { deviceFlag } from '../flags/device-flag.ts';
import { givenReading, readingFlags } from '../flags/reading-flags.ts';
import { findModel } from '../find-model.ts';
import { givenHyperparameters, hyperparameterFlags, sourceAside } from '../flags/hyperparameter-flags.ts';
import type { Host } from '../host.ts';
import { importText, joinTexts } from '../import-text.ts';
import { areSeveral } from '../text-files.ts';
import { textThrough } from '../text-through.ts';
import { articleLog } from '../training/article-log.ts';
import { follow } from '../training/follow.ts';
import { jsonLog } from '../training/json-log.ts';
import { plainLog } from '../training/plain-log.ts';
import type { TrainingLog } from '../training/training-log.ts';
import { choiceFlag, nameFlag, textFlag, type Verb, type VerbOptions } from '../verb.ts';

const presetHelp = presetNames.reduce<Message>(
  (before, name) => terminalMessage('flags.presetAfter', { before, name, help: message(`presetHelp.${name}`) }),
  terminalMessage('flags.preset'),
);

function log(host: Host, options: VerbOptions): TrainingLog {
  if (host.options.json) return jsonLog(host);
  return options.log === 'article' ? articleLog(host) : plainLog(host);
}

/** The preset asked for; what is wrong with it is said before a text is read. */
function preset(options: VerbOptions, given: Partial<Hyperparameters>): PresetName | undefined {
  const name = options.preset as PresetName | undefined;
  if (name === undefined) return undefined;
  if (!presetNames.includes(name))
    throw new AesopError('preset-unknown', { preset: name, known: presetNames.join(', ') });
  checkConflicts(withChanges(presetHyperparameters(name), given));
  return name;
}

/** Learns from a text, or goes on with a run. */
export const train: Verb = {
  name: 'train',
  arguments: [{ name: 'text', optional: true, several: true, help: terminalMessage('given.textToLearn') }],
  flags: [
    textFlag('preset', 'name', presetHelp, 'training'),
    nameFlag(terminalMessage('flags.name'), 'training'),
    textFlag('base', 'model', terminalMessage('flags.base'), 'training'),
    textFlag('resume', 'runId', terminalMessage('flags.resume'), 'training'),
    ...readingFlags('training'),
    deviceFlag,
    choiceFlag('log', ['plain', 'article'], terminalMessage('flags.log'), 'training'),
    ...hyperparameterFlags,
  ],
  examples: [
    'aesop train fable.txt',
    terminalMessage('help.exampleName', { command: 'aesop train novel.txt --preset novel --steps 20000 --name' }),
    'aesop train belling_the_cat.txt --preset article-2x512 --log article',
    'aesop train chapters/ --validation-file 12.txt',
    'aesop train letters.txt --base novel-1',
    'aesop train --resume fable-1 --steps 2000',
  ],
  async run(host, args, options) {
    const texts = args.filter((text) => text !== undefined);
    const given = givenHyperparameters(options);
    host.device = options.device as string | undefined;
    if (options.resume !== undefined) return resume(host, options, texts, given);
    if (texts.length === 0) {
      const usage = `aesop train <${host.translator.text('names.text')}>`;
      throw new AesopError('argument-missing', { verb: 'train', argument: terminalMessage('values.text'), usage });
    }
    const chosen = preset(options, given);
    const told = log(host, options);
    const studio = await host.studio();
    const model = options.base === undefined ? undefined : await baseModel(host, String(options.base));
    if (model) requireBase(model, chosen, given);
    const reading = givenReading(options);
    const several = await areSeveral(texts);
    const corpus = several ? await joinTexts(host, texts, reading) : await importText(host, texts[0], reading);
    const changes = { ...given, ...sourceAside(corpus, options.validationFile) };
    const start = chosen === undefined ? corpus.statistics : presetHyperparameters(chosen);
    const { tokenizer = start.tokenizer, lowercase = start.lowercase } = model?.hyperparameters ?? changes;
    told.corpus(await textThrough(host, corpus, { tokenizer, lowercase }));
    await follow(host, told, () =>
      studio.request('runs.start', {
        corpus: corpus.id,
        name: options.name as string | undefined,
        language: host.translator.language,
        preset: chosen,
        base: model?.id,
        hyperparameters: changes,
      }),
    );
  },
};

/** A model to learn on from. @throws AesopError `model-missing`, `base-elsewhere` */
async function baseModel(host: Host, asked: string): Promise<ModelCard> {
  const { card, path } = await findModel(host, asked);
  if (!card) throw new AesopError('base-elsewhere', { path });
  return card;
}

/** Everything but the number of steps is the run's own: another value would make another run of it. */
async function resume(
  host: Host,
  options: VerbOptions,
  texts: readonly string[],
  { steps, ...others }: Partial<Hyperparameters>,
): Promise<void> {
  const also = ['preset', 'base', 'name', 'encoding', 'column', 'prepare', 'validationFile'] as const;
  const flags = [
    ...hyperparameterNames.filter((name) => name in others),
    ...also.filter((name) => options[name] !== undefined),
  ];
  const fixed = [
    ...(texts.length === 0 ? [] : [host.translator.text('values.text')]),
    ...flags.map((name) => `--${flagName(name)}`),
  ];
  if (fixed.length > 0)
    throw new AesopError('setting-conflict', {
      name: '--resume',
      value: String(options.resume),
      other: fixed.join(', '),
      advice: message('phrases.run-is-fixed'),
    });
  const studio = await host.studio();
  const typed = String(options.resume);
  const id = readId(typed) ?? typed;
  const { runs, corpora } = await studio.request('studio.state', {});
  const run = runs.find((each) => each.id === id);
  if (run === undefined) throw new AesopError('run-missing', { id });
  const told = log(host, options);
  const corpus = learntFrom(corpora, run.corpus);
  if (corpus !== undefined) told.corpus(corpus);
  await follow(host, told, async () => {
    const begun = await studio.request('runs.resume', { id, steps });
    // nobody at a terminal says when a lesson goes on
    if (run.lesson && run.lesson.pace !== 'full') await studio.request('runs.pace', { id, pace: 'full' });
    return begun;
  });
}

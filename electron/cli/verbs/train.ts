import { AesopError } from '../../contract/errors.ts';
import { message } from '../../contract/message.ts';
import { checkConflicts, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { presetHyperparameters, presetNames, PRESETS, type PresetName } from '../../advice/presets.ts';
import { withChanges } from '../../advice/propose.ts';
import { givenHyperparameters, hyperparameterFlags } from '../flags/hyperparameter-flags.ts';
import type { Host } from '../host.ts';
import { importText } from '../import-text.ts';
import { articleLog } from '../training/article-log.ts';
import { follow } from '../training/follow.ts';
import { jsonLog } from '../training/json-log.ts';
import { plainLog } from '../training/plain-log.ts';
import type { TrainingLog } from '../training/training-log.ts';
import { choiceFlag, nameFlag, textFlag, type Verb, type VerbOptions } from '../verb.ts';

const GROUP = 'This training';
const presets = presetNames.map((name) => `${name}: ${PRESETS[name].help.en}`).join(' ');

function log(host: Host, options: VerbOptions): TrainingLog {
  if (host.options.json) return jsonLog(host);
  return options.log === 'article' ? articleLog(host.terminal) : plainLog(host);
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
  arguments: [{ usage: '[text]', help: 'The text file to learn from, or the id of a text of the workspace.' }],
  summary: 'Learn to tell a text on. Without a preset, settings are proposed from the text itself.',
  flags: [
    textFlag('preset', 'name', `A named set of settings to start from. ${presets}`, GROUP),
    nameFlag('What to call run and model.', GROUP),
    textFlag('resume', 'run id', 'Goes on with a run from its last checkpoint; --steps may be raised.', GROUP),
    textFlag('encoding', 'name', 'How the file is encoded, where it is not found out rightly.', GROUP),
    choiceFlag('log', ['plain', 'article'], 'How it is told: article prints the lines of the article.', GROUP),
    ...hyperparameterFlags,
  ],
  examples: [
    'aesop train fable.txt',
    'aesop train novel.txt --preset novel --steps 20000 --name "The novel"',
    'aesop train belling_the_cat.txt --preset article-2x512 --log article',
    'aesop train --resume fable-1 --steps 2000',
  ],
  async run(host, [text], options) {
    const given = givenHyperparameters(options);
    if (options.resume !== undefined) return resume(host, options, text, given);
    if (text === undefined)
      throw new AesopError('argument-missing', { verb: 'train', argument: 'a text', usage: 'aesop train <text>' });
    const chosen = preset(options, given);
    const told = log(host, options);
    const studio = await host.studio();
    const corpus = await importText(host, text, options.encoding as string | undefined);
    told.corpus(corpus);
    await follow(host, told, () =>
      studio.request('runs.start', {
        corpus: corpus.id,
        name: options.name as string | undefined,
        preset: chosen,
        hyperparameters: given,
      }),
    );
  },
};

/** Everything but the number of steps is the run's own: another value would make another run of it. */
async function resume(
  host: Host,
  options: VerbOptions,
  text: string | undefined,
  { steps, ...others }: Partial<Hyperparameters>,
): Promise<void> {
  const fixed = [...(text === undefined ? [] : ['a text']), ...Object.keys(others)];
  const also = ['preset', 'name'].filter((name) => options[name] !== undefined);
  if (fixed.length + also.length > 0)
    throw new AesopError('setting-conflict', {
      name: '--resume',
      value: String(options.resume),
      other: [...fixed, ...also].join(', '),
      advice: message('phrases.run-is-fixed'),
    });
  const studio = await host.studio();
  const id = String(options.resume);
  const { runs, corpora } = await studio.request('studio.state', {});
  const run = runs.find((each) => each.id === id);
  if (run === undefined) throw new AesopError('run-missing', { id });
  const told = log(host, options);
  const corpus = corpora.find((each) => each.id === run.corpus.id);
  if (corpus !== undefined) told.corpus(corpus);
  await follow(host, told, () => studio.request('runs.resume', { id, steps }));
}

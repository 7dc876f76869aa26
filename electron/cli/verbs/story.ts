import { join } from 'node:path';
import { samplingSchema } from '../../contract/story.ts';
import { importText } from '../import-text.ts';
import { tellStory } from '../tell-story.ts';
import { follow } from '../training/follow.ts';
import { jsonLog } from '../training/json-log.ts';
import { plainLog } from '../training/plain-log.ts';
import type { Verb } from '../verb.ts';

const PROMPT = 'had a general';
const SAMPLING = samplingSchema.parse({ greedy: true, length: 32 });

/** The main job in one command: a text goes in, a story comes out, a model stays. */
export const story: Verb = {
  name: 'story',
  arguments: [],
  flags: [],
  examples: ['aesop story'],
  async run(host) {
    const studio = await host.studio();
    const log = host.options.json ? jsonLog(host) : plainLog(host);
    const corpus = await importText(host, join(host.resources, 'corpora', 'belling-the-cat.txt'));
    log.corpus(corpus);
    const { run, model } = await follow(host, log, () =>
      studio.request('runs.start', { corpus: corpus.id, language: host.translator.language, hyperparameters: {} }),
    );
    host.say();
    host.say(host.translator.text('ending.story', { prompt: PROMPT }));
    host.say();
    await tellStory(host, model, run.hyperparameters.tokenizer, PROMPT, SAMPLING);
    host.say();
    host.say(host.translator.text('ending.model', { path: model.path }));
  },
};

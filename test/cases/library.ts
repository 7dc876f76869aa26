import { basename } from 'node:path';
import { samplingSchema } from '../../electron/contract/story.ts';
import { evaluateText } from '../../electron/engine/generation/evaluate.ts';
import { inMemory, readPrepared } from '../../electron/engine/text/intake/index.ts';
import { readText } from '../engine/text/intake/read-text.ts';
import { corpusStatistics, resolvePrompt } from '../../electron/engine/text/index.ts';
import { tellerOf } from '../engine/generation/taught.ts';
import { openingOf, type ReadText } from './answers.ts';
import { modelOf } from './model-of.ts';
import { onceEach } from './once-each.ts';
import type { Route } from './run-cases.ts';

async function read(path: string): Promise<ReadText> {
  const { corpus, text } = await readText(path, { name: basename(path) });
  const statistics = await corpusStatistics(corpus);
  return { corpus: { ...corpus, statistics }, text };
}

const learn = onceEach(async (path) => modelOf(await read(path)));

/** The engine, without any process or folder of ours. */
export const library: Route = {
  name: 'library',
  text: read,
  async opens(path, prompt) {
    const teller = tellerOf(await learn(path));
    const { text, symbols } = await teller.tell(prompt, samplingSchema.parse({ greedy: true, length: 1 }));
    return openingOf(
      text,
      symbols.map((symbol) => symbol.text),
    );
  },
  async unknown(path, prompt) {
    const { vocabulary, tokenizer } = await learn(path);
    return resolvePrompt(prompt, tokenizer, vocabulary).unknown.map(({ text }) => text.trim());
  },
  async accuracy(path, other) {
    const small = await learn(path);
    const { tokenizer, lowercase } = small.vocabulary;
    return (await evaluateText(small, await readPrepared(other, inMemory(), { tokenizer, lowercase }))).accuracy;
  },
};

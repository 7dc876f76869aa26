import { join } from 'node:path';
import { AesopError, fromPlainError, type PlainError } from '../../electron/contract/errors.ts';
import { aesop as call, temporaryFolder } from '../cli/aesop.ts';
import { openingOf, type ReadText } from './answers.ts';
import { library } from './library.ts';
import { writeModelOf } from './model-of.ts';
import { onceEach } from './once-each.ts';
import type { Route } from './run-cases.ts';

interface Line extends Record<string, unknown> {
  readonly type: string;
}

/** The command line. */
export async function terminal(): Promise<Route> {
  const workspace = await temporaryFolder();
  /** @throws AesopError with the code that the program says */
  const aesop = async (...args: string[]) => {
    const lines = (await call([...args, '--json', '--workspace', workspace])).json() as Line[];
    const { error } = (lines.find(({ type }) => type === 'failed') ?? {}) as { error?: PlainError };
    if (error) throw fromPlainError(error);
    return lines;
  };
  const modelOf = onceEach(async (path) => writeModelOf(path, await library.text(path), join(workspace, 'models')));
  const tell = async (model: string, ...args: string[]) => {
    const lines = await aesop('tell', model, ...args);
    const symbols = lines.filter(({ type }) => type === 'symbol').map(({ text }) => text as string);
    return { text: lines.at(-1)!.text as string, symbols };
  };
  return {
    name: 'terminal',
    async text(path) {
      const [corpus] = (await aesop('inspect', path)) as unknown as ReadText['corpus'][];
      // It prints no text: by its hash, it is the library's.
      const { text, corpus: own } = await library.text(path);
      if (own.sha256 !== corpus.sha256) throw new Error(`Another text than the library reads: ${corpus.sha256}`);
      return { corpus, text };
    },
    async opens(path, prompt) {
      const { text, symbols } = await tell(await modelOf(path), '--prompt', prompt, '--greedy', '--words', '1');
      return openingOf(text, symbols);
    },
    async unknown(path, prompt) {
      try {
        await tell(await modelOf(path), '--prompt', prompt, '--words', '1', '--unknown', 'refuse');
        return [];
      } catch (thrown) {
        if (!(thrown instanceof AesopError) || thrown.code !== 'unknown-word') throw thrown;
        return Array.from(String(thrown.values.words).matchAll(/“(.*?)”/g), ([, word]) => word);
      }
    },
    async accuracy(path, other) {
      const [measured] = await aesop('evaluate', await modelOf(path), other);
      return measured.accuracy as number;
    },
    async story(path) {
      const trained = (await aesop('train', path)).at(-1)!;
      return (await tell(trained.model as string, '--words', '1000')).text;
    },
  };
}

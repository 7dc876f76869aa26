import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { AesopError, fromPlainError, type PlainError } from '../../electron/contract/errors.ts';
import { PROGRAM, temporaryFolder } from '../cli/aesop.ts';
import { endAlong } from '../tools/end-along.mjs';
import { openingOf, type ReadText } from './answers.ts';
import { library } from './library.ts';
import { writeModelOf } from './model-of.ts';
import { onceEach } from './once-each.ts';
import type { Route } from './run-cases.ts';

interface Line extends Record<string, unknown> {
  readonly type: string;
}

/** The built program, called as often as one likes in one process. @returns the lines that a call prints */
function program(): (...args: string[]) => Promise<Line[]> {
  const calls = fileURLToPath(new URL('./calls.mjs', import.meta.url));
  const child = endAlong(
    spawn(process.execPath, [calls, pathToFileURL(PROGRAM).href], { stdio: ['pipe', 'pipe', 'ignore'] }),
  );
  const ended = once(child, 'exit');
  afterAll(async () => {
    child.stdin.end();
    await ended;
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return async (...args) => {
    child.stdin.write(`${JSON.stringify(args)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`The program ended at: aesop ${args.join(' ')}`);
    const printed = (JSON.parse(value) as string).split('\n').filter(Boolean);
    return printed.map((line) => JSON.parse(line) as Line);
  };
}

/** The command line. */
export async function terminal(): Promise<Route> {
  const workspace = await temporaryFolder();
  const call = program();
  /** @throws AesopError with the code that the program says */
  const aesop = async (...args: string[]) => {
    const lines = await call(...args, '--json', '--workspace', workspace);
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

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Corpus } from '../../../electron/contract/corpus.ts';
import type { JobInput } from '../../../electron/contract/worker.ts';
import { chosenSteps } from '../../../electron/engine/text/intake/chosen-steps.ts';
import { workHere, type PreparedText, type TextWork } from '../../../electron/engine/text/text-work.ts';
import { Breath } from '../../../electron/engine/training/breath.ts';
import { endKeptThread } from '../../../electron/worker/corpora/beside/kept-thread.ts';
import { TextThread } from '../../../electron/worker/corpora/beside/text-thread.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { bundle } from '../bundle.ts';
import { fileWith, localWorker } from '../local-worker.ts';
import { startWorker } from '../worker-client.ts';

const traits = { language: 'en', kind: 'text' } as const;
let text = '';
let said: string[] = [];
beforeEach(() => (said = []));
afterEach(() => endKeptThread());

beforeAll(async () => {
  const prose = (await readFile('resources/corpora/tiny-shakespeare.txt', 'utf8')).replace(/\n(?!\n)/g, ' ');
  text = prose.replace(/.{50,70} /g, '$&\n').repeat(4);
});

async function* pieces(of = text): AsyncGenerator<string> {
  for (let at = 0; at < of.length; at += 300_000) yield of.slice(at, at + 300_000);
}

/** With a thread that runs this program. */
function threadOf(program: string, abort = new AbortController()): TextThread {
  const thread = new TextThread({ signal: abort.signal, log: (line) => said.push(line) }, program);
  onTestFinished(() => thread.close());
  return thread;
}

async function programOf(code: string): Promise<string> {
  const path = join(temporaryFolder(), 'thread.mjs');
  await writeFile(path, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return path;
}

async function textOf(made: PreparedText): Promise<string> {
  let text = '';
  for await (const piece of made.pieces) text += typeof piece === 'string' ? piece : piece.text;
  return text;
}

async function all(work: TextWork) {
  const findings = await work.examine(pieces(), traits);
  const made = work.prepare(pieces(), chosenSteps(findings), traits);
  const prepared = await textOf(made);
  const figures = made.figures();
  const untouched = await textOf(work.prepare(pieces(), [], traits));
  const ids = Uint16Array.from(text.slice(0, 50_000), (letter) => letter.charCodeAt(0));
  const kinds = Uint8Array.from({ length: 2 ** 16 }, (_, id) => id % 4);
  return { findings, figures, prepared, untouched, counted: await work.count(ids, kinds, new Breath()) };
}

describe('the thread beside', () => {
  test('finds, prepares and counts the same as this one', async () => {
    const here = await all(workHere);
    expect(here.figures.map(({ step }) => step)).toContain('wrapped');
    expect(here.untouched).toBe(text);
    expect(await all(threadOf(join(await bundle(), 'text-thread.cjs')))).toEqual(here);
  });

  test('makes of a file what a worker without one makes of it', async () => {
    const path = await fileWith(text);
    const folderOf = async (run: (input: JobInput<'import'>) => Promise<{ id: string }>) => {
      const workspace = temporaryFolder();
      const { id } = await run({ workspace, path, name: 'Long', origin: 'file' });
      const read = (name: string) => readFile(join(workspace, 'corpora', id, name), 'utf8');
      const { id: _, importedAt: __, ...corpus } = JSON.parse(await read('corpus.json')) as Corpus;
      return { corpus, text: await read('text.txt'), vocabulary: await read('vocabulary.json') };
    };
    const worker = await startWorker();
    onTestFinished(() => worker.end());
    const beside = folderOf(async (input) => {
      const word = await worker.run('import', input);
      if (word.type !== 'done') throw new Error(JSON.stringify(word));
      return word.result as Corpus;
    });
    expect(await beside).toEqual(await folderOf((input) => localWorker().run('import', input)));
  });

  const COUNTING = `
    import { threadId } from 'node:worker_threads';
    parentPort.postMessage({ kind: 'ready' });
    parentPort.on('message', ({ kind, piece }) => {
      if (kind === 'piece' && [piece].flat().some(({ text }) => text.includes('☠'))) throw new Error('out of breath');
      if (kind === 'piece') parentPort.postMessage({ kind: 'taken' });
      if (kind === 'end') parentPort.postMessage({ kind: 'done', result: [threadId] });
    });`;

  test('is kept for the text that follows', async () => {
    const program = await programOf(COUNTING);
    const first = threadOf(program);
    const found = await first.examine(pieces(), traits);
    const beside = await threadOf(program).examine(pieces(), traits);
    expect(beside).not.toEqual(found);
    await first.close();
    expect(await threadOf(program).examine(pieces(), traits)).toEqual(found);
  });

  test('is not kept after what it failed at, or was left in', async () => {
    const program = await programOf(COUNTING);
    const failing = threadOf(program);
    await expect(failing.examine(pieces(`${text}☠`), traits)).rejects.toThrow('out of breath');
    await failing.close();
    const left = threadOf(program);
    const found = await left.examine(pieces(), traits);
    const making = left.prepare(pieces(), [], traits).pieces[Symbol.asyncIterator]();
    await making.next();
    await left.close();
    expect(await threadOf(program).examine(pieces(), traits)).not.toEqual(found);
  });

  test('is asked for long texts alone', async () => {
    const thread = threadOf(
      await programOf(`
        parentPort.postMessage({ kind: 'ready' });
        parentPort.on('message', ({ kind }) => {
          if (kind === 'piece') parentPort.postMessage({ kind: 'taken', text: '' });
          if (kind === 'end') parentPort.postMessage({ kind: 'done', text: '', result: ['from the thread'] });
        });`),
    );
    expect(await thread.examine(pieces('A short one.'), traits)).toEqual([]);
    expect(await thread.examine(pieces(), traits)).toEqual(['from the thread']);
  });

  test('comes up with a file that may hold a long text, and then looks at whatever is in it', async () => {
    const ready = await programOf(`
      parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', ({ kind }) => {
        if (kind === 'piece') parentPort.postMessage({ kind: 'taken', piece: '' });
        if (kind === 'end') parentPort.postMessage({ kind: 'done', piece: '', result: ['from the thread'] });
      });`);
    const thread = threadOf(ready);
    await thread.expect(await fileWith('A short one.'));
    expect(said).toEqual([]);
    await thread.expect(await fileWith(text));
    expect(said).toEqual(['a thread beside this one looks at the text']);
    expect(await thread.examine(pieces('A short one.'), traits)).toEqual(['from the thread']);
  });

  test('is not told of a file that is not there, nor of one when it is over', async () => {
    const ready = await programOf(`parentPort.postMessage({ kind: 'ready' });`);
    const thread = threadOf(ready);
    await thread.expect('/nowhere/text.txt');
    const coming = thread.expect(await fileWith(text));
    await thread.close();
    await coming;
    expect(said).toEqual([]);
  });

  test('that does not come up leaves its work to this one, and the log says so', async () => {
    const found = await workHere.examine(pieces(), traits);
    expect(await threadOf(await programOf(`throw new Error('no');`)).examine(pieces(), traits)).toEqual(found);
    expect(said).toEqual(['no thread beside this one comes up: Error: no']);
    expect(await threadOf('/nowhere/thread.js').examine(pieces(), traits)).toEqual(found);
  });

  test('that ends at its work is told of', async () => {
    const dying = await programOf(`
      parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', () => { throw new Error('out of breath'); });`);
    await expect(threadOf(dying).examine(pieces(), traits)).rejects.toThrow('out of breath');
  });

  test('is left at once when nobody waits any more', async () => {
    const silent = await programOf(`parentPort.postMessage({ kind: 'ready' }); parentPort.on('message', () => {});`);
    const abort = new AbortController();
    const examined = threadOf(silent, abort).examine(pieces(), traits);
    setImmediate(() => abort.abort());
    await expect(examined).rejects.toThrow(/abort/);
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aesop, temporaryFolder, usePortableEngine, type Outcome } from './aesop.ts';

/** Everything that a terminal obeys: a title, a colour (in seven bits and in one C1 byte), a bell, an override, breaks. */
const HOSTILE = '\x1b]0;owned\x07\x1b[31m\x9b31m\r\x7f\u202e\u2066\u0085\u2028x';
const OBEYED = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const inWorkspace = (...args: string[]) => aesop(['--workspace', workspace, ...args]);
const SMALL = ['--units', '8', '--embedding-size', '8', '--steps', '4', '--batch-size', '4', '--report-every', '2'];

/** Of a hostile text in a hostile file, where the system takes such names. */
const text = join(folder, process.platform === 'win32' ? 'a.txt' : `a\n${HOSTILE.replaceAll('/', '')}.txt`);

let model: string;
let corpus: string;
let trained: Outcome;

async function changed(path: string, change: (value: Record<string, unknown>) => void): Promise<void> {
  const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  change(value);
  await writeFile(path, JSON.stringify(value));
}

beforeAll(async () => {
  // Rare enough that it still counts as a text.
  const sentences = 'the cat sat on the mat and the mouse sat on the cat . '.repeat(20);
  await writeFile(text, `${HOSTILE} ${sentences}`.repeat(3));
  const asItIs = ['--no-prepare', '--tokenizer', 'characters'];
  trained = await inWorkspace('train', text, '--name', `m${HOSTILE}`, ...asItIs, ...SMALL);
  const [run] = (await inWorkspace('runs', '--json')).json();
  model = String(run.id);
  corpus = String((run.corpus as { id: string }).id);
  // What the program itself would never write, a workspace from somebody else may hold.
  await changed(join(workspace, 'models', model, 'card.json'), (card) => {
    Object.assign(card, { engine: HOSTILE, prompt: HOSTILE, name: `m${HOSTILE}` });
    Object.assign(card.corpus as object, { name: HOSTILE, language: HOSTILE });
  });
  await changed(join(workspace, 'corpora', corpus, 'corpus.json'), (value) =>
    Object.assign(value, { language: HOSTILE, name: `c${HOSTILE}`, encoding: HOSTILE }),
  );
});

function expectPlain({ stdout, stderr }: Outcome): void {
  for (const shown of [stdout, stderr]) expect(OBEYED.exec(shown)?.[0] ?? '', JSON.stringify(shown)).toBe('');
}

test('train', () => {
  expect(trained.code).toBe(0);
  expectPlain(trained);
});

describe.concurrent('nothing that a terminal obeys reaches it', () => {
  test.each<[string, () => string[]]>([
    ['inspect a file', () => ['inspect', text]],
    ['inspect a file, by characters', () => ['inspect', text, '--tokenizer', 'characters']],
    ['inspect a text', () => ['inspect', corpus]],
    ['inspect a model', () => ['inspect', model]],
    ['models', () => ['models']],
    ['runs', () => ['runs']],
    ['tell', () => ['tell', model, '--temperature', '5', '--length', '200', '--seed', '3']],
    ['tell on from a prompt', () => ['tell', model, '--prompt', `the ${HOSTILE}`, '--unknown', 'nearest']],
    ['say how words are read', () => ['tell', model, '--prompt', `ж${HOSTILE}`]],
    ['evaluate', () => ['evaluate', model, text]],
    ['export', () => ['export', model, '--target', join(folder, `e${HOSTILE.replaceAll('/', '')}`)]],
    ['train as in the article', () => ['train', text, '--log', 'article', '--tokenizer', 'characters', ...SMALL]],
  ])('%s', async (_, args) => {
    const outcome = await inWorkspace(...args());
    expect(outcome.stderr).not.toContain('aesop:');
    expect(outcome.code).toBe(0);
    expectPlain(outcome);
  });

  test.each<[string, () => string[]]>([
    ['a verb', () => [HOSTILE]],
    ['a flag', () => ['models', `--${HOSTILE}`]],
    ['a value', () => ['train', text, '--units', HOSTILE]],
    ['too many words', () => ['models', HOSTILE]],
    ['a file that is not there', () => ['inspect', join(folder, `no${HOSTILE}`)]],
    ['a folder', () => ['inspect', join(folder, `d\n${HOSTILE}`)]],
    ['a model that is not there', () => ['tell', HOSTILE]],
    ['a run that is not there', () => ['train', '--resume', HOSTILE]],
    ['words that the model does not know', () => ['tell', model, '--prompt', `ж${HOSTILE}`, '--unknown', 'refuse']],
    ['an encoding', () => ['inspect', text, '--encoding', HOSTILE]],
    ['a place that is taken', () => ['export', model, '--target', text]],
  ])('an error about %s', async (_, args) => {
    await mkdir(join(folder, `d\n${HOSTILE}`), { recursive: true });
    const outcome = await inWorkspace(...args(), '--json', '--verbose');
    expect(outcome.stderr).toMatch(/^aesop: .*\n {7}\S/);
    expect(outcome.code).toBeGreaterThan(0);
    expectPlain(outcome);
  });
});

test('programs are told everything whole, in JSON that a terminal may show', async () => {
  const models = await inWorkspace('models', '--json');
  expectPlain(models);
  const card = models.json().find(({ id }) => id === model);
  expect(card).toMatchObject({ engine: HOSTILE, prompt: HOSTILE, corpus: { language: HOSTILE } });
  const told = await inWorkspace('tell', model, '--prompt', `the ${HOSTILE}`, '--unknown', 'nearest', '--json');
  expectPlain(told);
  expect(told.json().at(-1)).toMatchObject({ type: 'done', prompt: `the ${HOSTILE}` });
});

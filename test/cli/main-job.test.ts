import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '../../electron/contract/export-formats.ts';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine, type Outcome } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const inWorkspace = ['--workspace', workspace];
const SMALL = ['--embedding-size', '32', '--units', '64', '--learning-rate', '0.01', '--batch-size', '32'];
const EVERY_20 = ['--report-every', '20', '--checkpoint-every', '20', '--evaluate-every', '20'];

let trained: Outcome;
let done: Record<string, unknown>;
let model: string;
let path: string;

beforeAll(async () => {
  trained = await aesop([
    ...inWorkspace,
    'train',
    FABLE,
    '--json',
    '--steps',
    '100',
    '--seed',
    '3',
    ...SMALL,
    ...EVERY_20,
  ]);
  expect(trained.stderr).toBe('');
  done = trained.json().at(-1)!;
  path = String(done.model);
  model = String(done.run);
});

describe('train --json', () => {
  test('prints one object a line: corpus, run, start, reports, a sample, and last done', () => {
    expect(trained.code).toBe(0);
    const lines = trained.json();
    const types = lines.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['corpus', 'run', 'started']);
    expect(types.at(-1)).toBe('done');
    expect(types).toContain('sample');
    // what is measured behind the last step is told, too: on a large text it takes minutes
    expect(types.lastIndexOf('measuring')).toBeGreaterThan(types.lastIndexOf('report'));
    for (const { fraction } of lines.filter(({ type }) => type === 'measuring'))
      expect(fraction).toBeLessThanOrEqual(1);
    const reports = lines.filter(({ type }) => type === 'report');
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.at(-1)!.step).toBe(100);
    for (const report of reports)
      expect(report).toMatchObject({ loss: expect.any(Number), accuracy: expect.any(Number) });
    // a training of seconds is not worth timing steps for it
    const estimated = { seconds: expect.any(Number), memory: expect.any(Number), basis: 'calculated' };
    expect(lines.slice(1, 3)).toMatchObject([{ estimate: estimated }, { estimate: estimated }]);
    expect(lines[0]).toMatchObject({ name: expect.any(String), symbols: expect.any(Number) });
    expect(done).toMatchObject({ steps: 100, seconds: expect.any(Number), perplexity: expect.any(Number) });
  });

  test('leaves a model of four files where it says', async () => {
    expect((await readdir(path)).sort()).toEqual(['card.json', 'model.json', 'vocabulary.json', 'weights.bin']);
  });

  test('the accuracy it claims is what evaluate measures on the text', async () => {
    const evaluated = await aesop([...inWorkspace, 'evaluate', model, FABLE, '--json']);
    expect(evaluated.code).toBe(0);
    const [measured] = evaluated.json();
    expect(measured.accuracy as number).toBeCloseTo(done.accuracy as number, 6);
    expect(measured.perplexity as number).toBeCloseTo(done.perplexity as number, 3);
    expect(measured.bitsPerCharacter as number).toBeGreaterThan(0);
    expect(measured.bitsPerCharacter as number).toBeCloseTo(done.bitsPerCharacter as number, 6);
  });

  test('of a document, evaluate says what it is, and no encoding that nobody chose', async () => {
    const word = fileURLToPath(new URL('../engine/documents/fixtures/pandoc.docx', import.meta.url));
    const evaluated = await aesop([...inWorkspace, 'evaluate', model, word]);
    expect(evaluated.stdout).toMatch(/file +a Word document/);
    expect(evaluated.stdout).not.toMatch(/encoding|utf-8/);
  });
});

describe('tell', () => {
  const tell = (...args: string[]) => aesop([...inWorkspace, 'tell', ...args]);

  test('prints the story alone, prompt included', async () => {
    const { code, stdout, stderr } = await tell(model, '--prompt', 'had a general', '--words', '32', '--greedy');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^had a general \S/);
    expect(stdout.endsWith('\n')).toBe(true);
  });

  test('with --json prints each symbol, then done', async () => {
    const outcome = await tell(model, '--json', '--prompt', 'had a general', '--length', '12', '--greedy');
    const lines = outcome.json();
    expect(lines.map(({ type }) => type)).toEqual([...Array<string>(12).fill('symbol'), 'done']);
    const told = lines.slice(0, 12).map(({ text }) => String(text));
    expect(lines[12].text).toBe(['had a general', ...told].join(' '));
  });

  test('takes a model folder that lies elsewhere, and its own prompt', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await cp(path, elsewhere, { recursive: true });
    const { code, stdout } = await tell(elsewhere, '--words', '5');
    expect(code).toBe(0);
    const card = JSON.parse(await readFile(join(path, 'card.json'), 'utf8')) as { prompt: string };
    expect(stdout.startsWith(card.prompt)).toBe(true);
  });

  test('the same seed tells the same story, another seed another one', async () => {
    const told = (seed: string) => tell(model, '--words', '20', '--temperature', '2', '--seed', seed);
    const [one, again, other] = await Promise.all([told('1'), told('1'), told('2')]);
    expect(one.stdout).toBe(again.stdout);
    expect(one.stdout).not.toBe(other.stdout);
  });

  test('tells on from words that the model does not know, and says how it reads them', async () => {
    const kept = await tell(model, '--prompt', 'had a genral', '--greedy', '--words', '4');
    expect(kept.stdout).toMatch(/^had a genral /);
    expect(kept.stderr).toMatch(/“genral”: new to this model, passed over/);
    const near = await tell(model, '--prompt', 'had a genral', '--unknown', 'nearest', '--greedy', '--words', '4');
    expect(near.stdout).toMatch(/^had a genral /);
    expect(near.stderr).toMatch(/“genral” is read as “general”/);
    const general = await tell(model, '--prompt', 'had a general', '--greedy', '--words', '4');
    expect(near.stdout.replace('genral', 'general')).toBe(general.stdout);
    const lion = await tell(model, '--prompt', 'had a Lion', '--stand-in', 'Lion=general', '--greedy', '--words', '4');
    expect(lion.stdout.replace('Lion', 'general')).toBe(general.stdout);
    expect(general.stderr).toBe('');
    expect((await tell(model, '--prompt', 'had a genral', '--json', '--words', '4')).stderr).toBe('');
  });

  test('refuses such a word on wish, with the nearest, and a stand-in that it does not know either', async () => {
    const refused = await tell(model, '--prompt', 'had a genral', '--unknown', 'refuse');
    expectFailure(refused, 1, /does not know .*genral[\s\S]*general/);
    const unfit = await tell(model, '--prompt', 'had a genral', '--stand-in', 'genral=lion');
    expectFailure(unfit, 1, /“genral” cannot be read as “lion”/);
    expectFailure(await tell(model, '--prompt', 'had a genral', '--unknown', 'ask'), 1, /--stand-in/);
  });

  test('an empty prompt is refused', async () => {
    expectFailure(await tell(model, '--prompt', ''), 1, /prompt is empty/);
  });
});

describe('inspect', () => {
  test('tells what is in a text, and leaves nothing behind', async () => {
    const before = await readdir(join(workspace, 'corpora'));
    const outcome = await aesop([...inWorkspace, 'inspect', FABLE, '--tokenizer', 'whitespace']);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toMatch(/^symbols {4}204$/m);
    expect(outcome.stdout).toMatch(/^distinct {3}112,/m);
    expect(outcome.stdout).toMatch(/^ 0 {2}, +14 +6\.9 %$/m);
    expect(outcome.stdout).toMatch(/^ +3 +99\.0 %$/m);
    expect(await readdir(join(workspace, 'corpora'))).toEqual(before);
  });

  test('shows the card of a model', async () => {
    const { code, stdout } = await aesop([...inWorkspace, 'inspect', model]);
    expect(code).toBe(0);
    expect(stdout).toContain(path);
    expect(stdout).toMatch(/--units +64 {2}\*/);
    expect((await aesop([...inWorkspace, 'inspect', path, '--json'])).json()[0]).toMatchObject({ type: 'model' });
  });
});

describe('models and runs', () => {
  test('are listed for people and for programs', async () => {
    const people = await aesop([...inWorkspace, 'models']);
    expect(people.stdout).toMatch(/^id +name +text +parameters/);
    expect(people.stdout).toContain(model);
    const [run] = (await aesop([...inWorkspace, 'runs', '--json'])).json();
    expect(run).toMatchObject({ type: 'run', id: model, status: 'done', step: 100 });
  });
});

describe('export and import', () => {
  test('write a tfjs model, never over what is there', async () => {
    const target = join(folder, 'exported');
    const args = [...inWorkspace, 'export', model, '--format', 'tfjs', '--target', target];
    expect((await aesop(args)).code).toBe(0);
    const files = await readdir(target);
    expect(files).toEqual(expect.arrayContaining(['model.json', 'weights.bin']));
    expectFailure(await aesop(args), 1, /exists already[^]*--force/);
    expect(await readdir(target)).toEqual(files);
    const mistyped = join(folder, 'exportde', 'model');
    expectFailure(await aesop([...args.slice(0, -1), mistyped]), 1, /no folder “.*exportde”/);
    expect(await readdir(folder)).not.toContain('exportde');
  });

  test('lists what a model can leave in, and replaces an earlier export when told to', async () => {
    const listed = (await aesop([...inWorkspace, 'export', model, '--formats', '--json'])).json();
    expect(listed.map(({ format }) => format)).toEqual(exportFormats);
    const target = join(folder, 'curves.csv');
    const args = [...inWorkspace, 'export', model, '--format', 'metrics', '--target', target];
    const [{ bytes }] = (await aesop([...args, '--json'])).json();
    const told = listed.find(({ format }) => format === 'metrics')!.bytes as number;
    expect(told).toBeGreaterThan((bytes as number) / 3);
    expect(told).toBeLessThan((bytes as number) * 3);
    expectFailure(await aesop(args), 1, /exists already/);
    expect((await aesop([...args, '--force'])).code).toBe(0);
  });

  test('take a model into another workspace', async () => {
    const other = ['--workspace', join(folder, 'other')];
    const imported = await aesop([...other, 'import', path, '--json']);
    expect(imported.code).toBe(0);
    const told = await aesop([...other, 'tell', String(imported.json()[0].model), '--words', '3']);
    expect(told.code).toBe(0);
  });
});

const begun = ['train', FABLE, '--steps', '40', '--seed', '3', ...SMALL, ...EVERY_20];
let usual: Promise<Outcome> | undefined;
/** A run with the usual log, trained once. */
const usualRun = () => (usual ??= aesop([...inWorkspace, ...begun]));

describe('train --resume', () => {
  test('says that a finished run is finished, and goes on when the steps are raised', async () => {
    expectFailure(await aesop([...inWorkspace, 'train', '--resume', model]), 1, /has finished all its 100 steps/);
    const resumed = await aesop([...inWorkspace, 'train', '--resume', model, '--steps', '140', '--json']);
    expect(resumed.code).toBe(0);
    const lines = resumed.json();
    expect(lines.find(({ type }) => type === 'started')).toMatchObject({ step: 100 });
    expect(lines.at(-1)).toMatchObject({ type: 'done', run: model, steps: 140 });
  });

  test('finishes one that was cut off after its last step, as a training ends; says so where it has to make steps anew', async () => {
    const whole = await usualRun();
    const [, id] = /^run +(\S+)$/m.exec(whole.stdout)!;
    const figures = (stdout: string) => /over the text: .*$/m.exec(stdout)?.[0];
    const run = join(workspace, 'runs', id);
    const cutOff = async () => {
      await rm(join(workspace, 'models', id), { recursive: true });
      const { model: _model, final: _final, ...stored } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8'));
      await writeFile(join(run, 'run.json'), JSON.stringify({ ...stored, status: 'running' }));
    };
    await cutOff();
    const finished = await aesop([...inWorkspace, 'train', '--resume', id]);
    expect(finished.code).toBe(0);
    expect(figures(finished.stdout)).toBeDefined();
    expect(figures(finished.stdout)).toBe(figures(whole.stdout));
    expect(finished.stdout).toContain(`Tell a story with: aesop tell ${id}`);

    await cutOff();
    const state = join(run, 'checkpoints', '40', 'state.json');
    await writeFile(state, (await readFile(state, 'utf8')).replace('"pass":', '"pass":1'));
    const again = await aesop([...inWorkspace, 'train', '--resume', id]);
    expect(again.stderr + again.stdout).toContain('Checkpoint 40 is damaged; the run goes on from 20.');
    expect(figures(again.stdout)).toBe(figures(whole.stdout));
  });

  test('names a run that is not there', async () => {
    expectFailure(await aesop([...inWorkspace, 'train', '--resume', 'nobody']), 1, /no run “nobody”/);
  });
});

describe('logs', () => {
  test('the default says what is learnt from, then one line a report, then where the model lies', async () => {
    const { code, stdout } = await usualRun();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^text +belling/im);
    expect(stdout).toMatch(/^network +[\d,]+ parameters over \d+ symbols$/m);
    expect(stdout).toMatch(/^engine +\S/m);
    expect(stdout.match(/^step +\d+\/40 +loss +[\d.]+ +accuracy +[\d.]+ % +perplexity +[\d.]+/gm)!.at(-1)).toMatch(
      /^step 40/,
    );
    expect(stdout).toMatch(/^40 steps in .+ accuracy [\d.]+ %, perplexity [\d.]+, [\d.]+ bits per character$/m);
    const [, where] = /^model +(.+)$/m.exec(stdout)!;
    expect(await readdir(where)).toContain('card.json');
    expect(stdout).not.toContain('\x1b[');
    expect((await readdir(join(workspace, 'corpora'))).length).toBe(1);
  });

  test('--log article prints the lines of the article to the letter', async () => {
    const settings = ['--preset', 'article-1x512', '--units', '16', '--steps', '60', '--report-every', '30'];
    const { code, stdout, stderr } = await aesop([...inWorkspace, 'train', FABLE, '--log', 'article', ...settings]);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Iter= 30, Average Loss= \d+\.\d{6}, Average Accuracy= \d+\.\d{2}%$/);
    expect(lines[1]).toMatch(/^\[('[^']+'|"[^"]+")(, ('[^']+'|"[^"]+")){2}\] - \[\S+\] vs \[\S+\]$/);
    expect(lines[2]).toMatch(/^Iter= 60, /);
  });
});

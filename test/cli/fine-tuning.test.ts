import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

usePortableEngine();
const folder = await temporaryFolder();
const workspace = join(folder, 'workspace');
const owl = join(folder, 'owl.txt');
const SMALL = ['--embedding-size', '8', '--units', '16', '--batch-size', '32', '--report-every', '5'];
const train = (...args: string[]) => aesop(['train', '--workspace', workspace, '--json', ...args]);

let base: string;

beforeAll(async () => {
  await writeFile(owl, 'The owl said to the mice: who will bell the cat? '.repeat(20));
  const trained = await train(FABLE, '--steps', '10', ...SMALL);
  expect(trained.stderr).toBe('');
  base = String(trained.json().at(-1)!.run);
});

test('a model learns on from another text; its card and inspect say so, and it tells words of both', async () => {
  const trained = await train(owl, '--base', base, '--steps', '5');
  expect(trained.stderr).toBe('');
  const lines = trained.json();
  const run = lines.find(({ type }) => type === 'run')!;
  expect(run.hyperparameters).toMatchObject({ units: 16, embeddingSize: 8, steps: 5 });
  const { run: model } = lines.at(-1)!;
  const inspected = await aesop(['inspect', String(model), '--workspace', workspace]);
  expect(inspected.stdout).toMatch(new RegExp(`base model +${base}`));
  expect(inspected.stdout).toMatch(/earlier text 1 +belling/);
  const told = await aesop([
    ...[
      'tell',
      String(model),
      '--workspace',
      workspace,
      '--prompt',
      'council owl',
      '--words',
      '3',
      '--unknown',
      'refuse',
    ],
  ]);
  expect(told.stderr).toBe('');
  expect(told.stdout).toMatch(/^council owl/);
});

test('inspect says which texts are gone, and that others are not known', async () => {
  const text = join(folder, 'wolf.txt');
  await writeFile(text, 'The wolf said to the lamb: who stirred the stream? '.repeat(20));
  const { run: model } = (await train(text, '--base', base, '--steps', '1')).json().at(-1)!;
  const inspect = (target: unknown, ...more: string[]) =>
    aesop(['inspect', String(target), '--workspace', workspace, ...more]);
  const card = async (target: unknown) => (await inspect(target, '--json')).json()[0];
  expect((await card(model)).gone).toEqual([]);
  expect((await inspect(model)).stdout).not.toMatch(/not in the workspace|earlier texts/);

  const { corpus } = await card(base);
  await rm(join(workspace, 'corpora', (corpus as { id: string }).id), { recursive: true });
  expect((await card(model)).gone).toEqual(['belling-the-cat']);
  const { stdout } = await inspect(model);
  expect(stdout).toMatch(/earlier text 1 +belling-the-cat \(not in the workspace\)\n/);
  expect(stdout).toMatch(/^text +wolf, [^()]*$/m);

  // as of a base model that came from elsewhere
  const place = join(workspace, 'models', String(model), 'card.json');
  const written = JSON.parse(await readFile(place, 'utf8')) as { base: object };
  await writeFile(place, JSON.stringify({ ...written, base: { ...written.base, texts: [] } }));
  expect(await card(model)).toMatchObject({ base: { texts: [] }, gone: [] });
  expect((await inspect(model)).stdout).toMatch(/^earlier texts +not known$/m);
  await writeFile(place, JSON.stringify({ ...written, base: { ...written.base, more: true } }));
  expect((await inspect(model)).stdout).toMatch(/^earlier text 1 .*\nearlier texts +others besides these, which are/m);

  // a folder of another workspace learnt from texts that were never in this one
  const elsewhere = join(folder, 'elsewhere');
  await cp(dirname(place), elsewhere, { recursive: true });
  expect((await inspect(elsewhere)).stdout).not.toContain('not in the workspace');
  expect(await card(elsewhere)).not.toHaveProperty('gone');
});

test('what is no base is refused, with the way on', async () => {
  expectFailure(await train(owl, '--base', 'nobody'), 1, /There is no model “nobody”/);
  const elsewhere = join(workspace, 'models');
  expectFailure(await train(owl, '--base', elsewhere), 1, /none of this workspace[\s\S]*aesop import/);
  expectFailure(await train(owl, '--base', base, '--units', '17'), 2, /--units cannot be 17 together with --base/);
  expectFailure(
    await train(owl, '--base', base, '--preset', 'novel'),
    2,
    /--preset cannot be novel together with --base/,
  );
  // none of this takes a text to be read first
  const missing = join(workspace, 'no such text.txt');
  expectFailure(await train(missing, '--base', base, '--units', '17'), 2, /--units cannot be 17 together with --base/);
  expectFailure(await train('--resume', base, '--base', base), 2, /--resume cannot be .* together with --base/);
});

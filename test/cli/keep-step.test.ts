import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

usePortableEngine();

test('runs --keep --step makes a model of one checkpoint, and names the steps there are', async () => {
  const workspace = join(await temporaryFolder(), 'Aesop');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  const small = ['--steps', '40', '--units', '8', '--checkpoint-every', '20', '--evaluate-every', '20'];
  const trained = await asked('train', FABLE, ...small, '--json');
  expect(trained.code).toBe(0);
  expect((await asked('runs')).stdout).not.toContain('differs in');
  const [{ id }] = (await asked('runs', '--json')).json() as { id: string }[];

  expectFailure(await asked('runs', '--keep', id, '--step', '7'), 1, /has no checkpoint of step 7\..*20, 40/s);
  expectFailure(await asked('runs', '--step', '20'), 2, /--keep/);
  expectFailure(await asked('runs', '--keep', id, '--step', 'two'), 2, /whole number/);

  const kept = await asked('runs', '--keep', id, '--step', '20', '--json');
  const last = kept.json().at(-1) as { type: string; run: string; model: string; steps: number; loss: number };
  expect(last).toMatchObject({ type: 'kept', run: id, steps: 20 });
  expect(last.loss).toBeGreaterThan(0);
  const models = (await asked('models', '--json')).json() as { id: string; name: string; step: number }[];
  expect(models.map(({ step }) => step).sort()).toEqual([20, 40]);
  const early = models.find(({ step }) => step === 20)!;
  expect(early.name).toMatch(/ · step 20$/);
  const lines = (await asked('models')).stdout.split('\n');
  expect(lines[0]).toMatch(/differs in$/);
  // what the name says already is not said again
  expect(lines.filter((line) => / step 40$/.test(line))).toHaveLength(1);
  expect(lines.filter((line) => / step 20$/.test(line))).toEqual([]);
  const told = await asked('tell', early.id, '--length', '3', '--quiet');
  expect([told.code, told.stdout.trim() !== '']).toEqual([0, true]);
  expectFailure(await asked('runs', '--keep', id, '--step', '20'), 1, /is kept already/);
});

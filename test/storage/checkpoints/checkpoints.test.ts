import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { versionOf } from '../../../electron/contract/file-formats.ts';
import {
  checkpointStates,
  checkpointSteps,
  dropCheckpointsAfter,
  newestCheckpoint,
  newestWeights,
  readCheckpoint,
  readWeights,
  writeCheckpoint,
  type Checkpoint,
  type CheckpointForm,
} from '../../../electron/storage/checkpoints/checkpoints.ts';
import { stepsToDrop } from '../../../electron/storage/checkpoints/thinning.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const checkpointAt = (step: number): Checkpoint<{ cursor: number }> => ({
  step,
  weights: { embedding: { shape: [2, 2], data: Float32Array.of(step, 1, 2, 3) } },
  optimizer: { 'embedding/m': { shape: [1], data: Float32Array.of(-step) } },
  state: { cursor: step * 7 },
});

/** A run whose checkpoints are those of `checkpointAt`. */
const FORM: CheckpointForm<{ cursor: number }> = {
  state: z.strictObject({ cursor: z.int() }),
  requireWeights({ embedding }) {
    if (embedding.data.length !== 4) throw new RangeError('embedding is of another size');
  },
  requireFit({ weights, optimizer }) {
    this.requireWeights(weights);
    if (!('embedding/m' in optimizer)) throw new RangeError('a slot is missing');
  },
};

async function folderWith(...steps: number[]): Promise<string> {
  const folder = join(temporaryFolder(), 'checkpoints');
  for (const step of steps) await writeCheckpoint(folder, checkpointAt(step), false);
  return folder;
}

describe('a checkpoint', () => {
  test('comes back as it was', async () => {
    const folder = await folderWith(10);
    expect(await readCheckpoint(folder, 10, FORM)).toEqual(checkpointAt(10));
  });

  test('lists size and sha256 of its files', async () => {
    const folder = await folderWith(10);
    const state = JSON.parse(await readFile(join(folder, '10', 'state.json'), 'utf8'));
    expect(Object.keys(state.files)).toEqual(['weights.safetensors', 'optimizer.safetensors']);
    expect(state).toMatchObject({ version: versionOf('checkpoint'), step: 10, best: false });
  });

  test('written again at the same step replaces the first', async () => {
    const folder = await folderWith(10);
    await writeCheckpoint(folder, { ...checkpointAt(10), state: { cursor: -1 } }, true);
    expect((await readCheckpoint(folder, 10, FORM)).state).toEqual({ cursor: -1 });
  });
});

test('weights that were read are held, whatever becomes of their checkpoint', async () => {
  const folder = await folderWith(10);
  const { weights } = await readWeights(folder, 10, FORM);
  await rm(folder, { recursive: true });
  expect(weights).toEqual(checkpointAt(10).weights);
});

describe('the newest whole checkpoint', () => {
  test('is not passed over where it does not fit into memory', async () => {
    const folder = await folderWith(10, 20);
    const full = new RangeError('Array buffer allocation failed');
    const form = {
      ...FORM,
      requireFit: () => {
        throw full;
      },
    };
    await expect(newestCheckpoint(folder, form)).rejects.toBe(full);
  });

  test('is none where there is none', async () => {
    expect(await newestCheckpoint(join(temporaryFolder(), 'none'), FORM)).toBeUndefined();
  });

  test.each([
    ['a file is truncated', (at: string) => truncate(join(at, 'weights.safetensors'), 20)],
    ['a file has grown', (at: string) => appendFile(join(at, 'optimizer.safetensors'), 'x')],
    ['a file is missing', (at: string) => rm(join(at, 'optimizer.safetensors'))],
    ['its state is torn', (at: string) => truncate(join(at, 'state.json'), 30)],
    ['its state is missing', (at: string) => rm(join(at, 'state.json'))],
  ])('is the one before when %s', async (_, harm) => {
    const folder = await folderWith(10, 20);
    await harm(join(folder, '20'));
    const passedOver: number[] = [];
    expect((await newestCheckpoint(folder, FORM, (step) => passedOver.push(step)))?.step).toBe(10);
    expect(passedOver).toEqual([20]);
  });

  test('notices a single flipped bit', async () => {
    const folder = await folderWith(10, 20);
    const path = join(folder, '20', 'weights.safetensors');
    const bytes = await readFile(path);
    bytes[bytes.length - 1] ^= 1;
    await writeFile(path, bytes);
    expect((await newestCheckpoint(folder, FORM))?.step).toBe(10);
  });

  const asWritten = async (at: string) => JSON.parse(await readFile(join(at, 'state.json'), 'utf8'));
  const write = (at: string, state: unknown) => writeFile(join(at, 'state.json'), JSON.stringify(state));

  test.each([
    ['its state', async (at: string) => write(at, { ...(await asWritten(at)), state: { cursor: 141 } })],
    ['whether it was the best', async (at: string) => write(at, { ...(await asWritten(at)), best: true })],
    [
      'its step, with the hash left out',
      async (at: string) => write(at, { ...(await asWritten(at)), step: 10, sha256: undefined }),
    ],
    [
      'the kind of its state, with the hash left out',
      async (at: string) => write(at, { ...(await asWritten(at)), state: { cursor: '140' }, sha256: undefined }),
    ],
  ])('is the one before when %s is not as it was written', async (_, change) => {
    const folder = await folderWith(10, 20);
    await change(join(folder, '20'));
    expect((await newestCheckpoint(folder, FORM))?.step).toBe(10);
    expect((await checkpointStates(folder, FORM.state)).map(({ step }) => step)).toEqual([10]);
  });

  test('is the one before when the newest is of another run', async () => {
    const folder = await folderWith(10);
    await writeCheckpoint(folder, { ...checkpointAt(20), optimizer: {} }, false);
    await writeCheckpoint(
      folder,
      { ...checkpointAt(30), weights: { embedding: checkpointAt(1).optimizer['embedding/m'] } },
      false,
    );
    const errors: string[] = [];
    expect(
      (await newestCheckpoint(folder, FORM, (step, { code, detail }) => errors.push(`${step} ${code} ${detail}`)))
        ?.step,
    ).toBe(10);
    expect(errors).toEqual(['30 file-damaged embedding is of another size', '20 file-damaged a slot is missing']);
    expect((await newestWeights(folder, FORM))?.step).toBe(20);
  });

  test('may be one of an earlier Aesop, whose state has no hash', async () => {
    const folder = await folderWith(10);
    const { sha256, ...before } = await asWritten(join(folder, '10'));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    await write(join(folder, '10'), before);
    expect(await newestCheckpoint(folder, FORM)).toEqual(checkpointAt(10));
  });

  test('does not look at what is half-written or not a step', async () => {
    const folder = await folderWith(10);
    await mkdir(join(folder, '.30.123-0123456789ab.tmp'));
    await mkdir(join(folder, 'notes'));
    expect(await checkpointSteps(folder)).toEqual([10]);
    expect((await newestCheckpoint(folder, FORM))?.step).toBe(10);
  });

  test('of a later Aesop is refused, not passed over', async () => {
    const folder = await folderWith(10, 20);
    await writeFile(join(folder, '20', 'state.json'), '{"version":9}');
    await expect(newestCheckpoint(folder, FORM)).rejects.toMatchObject({ code: 'model-newer' });
  });
});

describe('thinning', () => {
  const entries = (steps: number[], best = -1, bytes = 1) =>
    steps.map((step) => ({ step, best: step === best, bytes }));
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => (index + 1) * 10);

  test('keeps few ones whole', () => {
    expect(stepsToDrop(entries(upTo(10)))).toEqual([]);
  });

  /** What is left of a checkpoint at each of these steps, thinned out after every one. */
  function thinned(steps: readonly number[], best: number): number[] {
    let kept: number[] = [];
    for (const step of steps) {
      kept.push(step);
      const dropped = stepsToDrop(entries(kept, step >= best ? best : -1));
      kept = kept.filter((each) => !dropped.includes(each));
    }
    return kept;
  }

  test('of a long run keeps the last two, the best, the first and a spread', () => {
    const kept = thinned(
      Array.from({ length: 1000 }, (_, index) => index + 1),
      137,
    );
    expect(kept).toContain(137);
    expect(kept[0]).toBe(1);
    expect(kept.slice(-2)).toEqual([999, 1000]);
    expect(kept.length).toBe(11);
    const gaps = kept.map((step, index) => step - (kept[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(300);
  });

  test('keeps more of a run’s beginning than of its end', () => {
    const kept = thinned(upTo(100), 900);
    const early = kept.filter((step) => step <= 250);
    expect(early.length).toBeGreaterThanOrEqual(4);
    expect(kept.filter((step) => step > 500 && step < 900).length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeLessThanOrEqual(11);
  });

  test('keeps only what must be kept of huge ones', () => {
    const dropped = stepsToDrop(entries([10, 20, 30, 40, 50], 20, 3 * 2 ** 30));
    expect(dropped.sort((a, b) => a - b)).toEqual([10, 30]);
  });

  test('spares the first of those that there is room for', () => {
    const dropped = stepsToDrop(entries([10, 20, 30, 40, 50], -1, 1.5 * 2 ** 30));
    expect(dropped.sort((a, b) => a - b)).toEqual([20, 30]);
  });

  test('happens as checkpoints are written, and the best is found', async () => {
    const folder = join(temporaryFolder(), 'checkpoints');
    for (let step = 1; step <= 15; step++) await writeCheckpoint(folder, checkpointAt(step), step === 3);
    const steps = await checkpointSteps(folder);
    expect(steps.length).toBe(11);
    expect(steps).toEqual(expect.arrayContaining([3, 14, 15]));
    const states = await checkpointStates(folder, FORM.state);
    expect(states.filter(({ best }) => best).map(({ step }) => step)).toEqual([3]);
  });
});

test('a run that goes back drops the checkpoints after that step', async () => {
  const folder = await folderWith(10, 20, 30);
  await dropCheckpointsAfter(folder, 10);
  expect(await checkpointSteps(folder)).toEqual([10]);
});

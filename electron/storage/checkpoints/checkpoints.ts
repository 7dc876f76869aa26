import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256Schema } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { fitsNoArray } from '../../contract/full-memory.ts';
import { message } from '../../contract/message.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import { writeFolderAtomic } from '../files/atomic.ts';
import { diskError } from '../files/disk-errors.ts';
import { hashFile } from '../files/hash.ts';
import { parseJson, readWhole } from '../files/json.ts';
import { openSafetensors, readSafetensors, safetensorsParts, type Tensors } from './safetensors.ts';
import { stepsToDrop } from './thinning.ts';

/** All that a run needs to go on as if it had never been interrupted. */
export interface Checkpoint<S = unknown> {
  step: number;
  weights: Tensors;
  optimizer: Tensors;
  /** plain JSON: random streams, data cursor, schedule, sums, … */
  state: S;
}

/** What the arrays and the state of a run's checkpoints must be: the storage knows their bytes, not what they mean. */
export interface CheckpointForm<S> {
  readonly state: z.ZodType<S>;
  /** @throws RangeError where these are not the weights of the run */
  requireWeights(weights: Tensors): void;
  /** @throws RangeError where anything is not of the run, its weights included */
  requireFit(checkpoint: Checkpoint<S>): void;
}

const fileSchema = z.strictObject({ sha256: sha256Schema, bytes: z.int() });
const FILES = ['weights.safetensors', 'optimizer.safetensors'] as const;
const stateFileSchema = z.strictObject({
  version: z.literal(versionOf('checkpoint')),
  step: z.int().min(0),
  /** the best by validation when it was written */
  best: z.boolean(),
  files: z.strictObject({ [FILES[0]]: fileSchema, [FILES[1]]: fileSchema }),
  state: z.unknown(),
  /** of all the rest as JSON without blanks; earlier Aesops wrote none */
  sha256: sha256Schema.optional(),
});
type StateFile<S = unknown> = Omit<z.infer<typeof stateFileSchema>, 'state'> & { state: S };

async function writeTensors(path: string, tensors: Tensors): Promise<z.infer<typeof fileSchema>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx');
  try {
    const write = async (parts: Iterable<Uint8Array>): Promise<void> => {
      for (const part of parts) {
        hash.update(part);
        bytes += part.length;
        await handle.writeFile(part);
      }
    };
    for (const parts of safetensorsParts(tensors)) await write(parts);
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The steps of which `folder` has a checkpoint, whole or not, rising. */
export async function checkpointSteps(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  const steps = names.filter((name) => /^[1-9]\d{0,14}$/.test(name)).map(Number);
  return steps.sort((a, b) => a - b);
}

const hashOf = (rest: unknown): string => createHash('sha256').update(JSON.stringify(rest)).digest('hex');

async function readState<S>(folder: string, step: number, schema: z.ZodType<S>): Promise<StateFile<S>> {
  const path = join(folder, String(step), 'state.json');
  const text = await readWhole(path, JSON_BOUNDS.state.bytes);
  const file = parseJson(text, path, 'checkpoint', stateFileSchema.extend({ state: schema }));
  const { sha256, ...rest } = JSON.parse(text) as Record<string, unknown>;
  if (file.step !== step || (sha256 !== undefined && sha256 !== hashOf(rest)))
    throw new AesopError('file-damaged', { path, problem: message('phrases.not-as-written') });
  return file as StateFile<S>;
}

async function bytesOf(folder: string, step: number): Promise<{ step: number; best: boolean; bytes: number }> {
  try {
    const { best, files } = await readState(folder, step, z.unknown());
    return { step, best, bytes: files[FILES[0]].bytes + files[FILES[1]].bytes };
  } catch {
    return { step, best: false, bytes: 0 };
  }
}

/**
 * Writes `<folder>/<step>/` whole or not at all, then thins the older ones out: the last two, the best by validation,
 * the first and a spread over the run stay.
 * @throws AesopError `disk-full`, `no-permission`; earlier checkpoints are untouched then
 */
export async function writeCheckpoint(folder: string, checkpoint: Checkpoint, best: boolean): Promise<void> {
  await writeFolderAtomic(
    join(folder, String(checkpoint.step)),
    async (temporary) => {
      const rest: StateFile = {
        version: versionOf('checkpoint'),
        step: checkpoint.step,
        best,
        files: {
          [FILES[0]]: await writeTensors(join(temporary, FILES[0]), checkpoint.weights),
          [FILES[1]]: await writeTensors(join(temporary, FILES[1]), checkpoint.optimizer),
        },
        state: checkpoint.state,
      };
      const handle = await open(join(temporary, 'state.json'), 'wx');
      const text = JSON.stringify({ ...rest, sha256: hashOf(rest) });
      await handle.writeFile(text).finally(() => handle.close());
    },
    { replace: true },
  );
  const all = await Promise.all((await checkpointSteps(folder)).map((step) => bytesOf(folder, step)));
  for (const step of stepsToDrop(all)) await rm(join(folder, String(step)), { recursive: true, force: true });
}

/** @throws AesopError `file-damaged` where the file is not what was written */
async function requireWritten(path: string, written: z.infer<typeof fileSchema>): Promise<void> {
  const { size } = await stat(path);
  if (size !== written.bytes || (await hashFile(path)) !== written.sha256)
    throw new AesopError('file-damaged', { path, problem: message('phrases.not-as-written') });
}

/** Does what refuses arrays or a state that are whole but not of the run. @throws AesopError `file-damaged` */
function fitting(path: string, check: () => void): void {
  try {
    check();
  } catch (thrown) {
    if (!(thrown instanceof RangeError) || fitsNoArray(thrown)) throw thrown;
    throw new AesopError('file-damaged', { path, problem: message('phrases.content-unfit') }, thrown.message);
  }
}

/**
 * Reads one checkpoint and checks every byte of it, then whether it is one of the run. Its arrays are read from the disk
 * when they are asked for, so whoever has the run's lock keeps it meanwhile.
 * @throws AesopError `file-damaged`, `file-missing`, `model-newer`
 */
export async function readCheckpoint<S>(folder: string, step: number, form: CheckpointForm<S>): Promise<Checkpoint<S>> {
  const place = join(folder, String(step));
  try {
    const { files, state } = await readState(folder, step, form.state);
    const opened = async (name: (typeof FILES)[number]): Promise<Tensors> => {
      const path = join(place, name);
      await requireWritten(path, files[name]);
      return openSafetensors(path);
    };
    const [weights, optimizer] = [await opened(FILES[0]), await opened(FILES[1])];
    const checkpoint = { step, weights, optimizer, state };
    fitting(place, () => form.requireFit(checkpoint));
    return checkpoint;
  } catch (thrown) {
    throw diskError(thrown, place);
  }
}

/**
 * The newest whole checkpoint that fits the run, nothing where there is none; damaged ones are passed over.
 * @param onDamaged told about each that was passed over
 * @throws AesopError `model-newer` for a checkpoint of a later Aesop
 */
export async function newestCheckpoint<S>(
  folder: string,
  form: CheckpointForm<S>,
  onDamaged: (step: number, error: AesopError) => void = () => {},
): Promise<Checkpoint<S> | undefined> {
  for (const step of (await checkpointSteps(folder)).reverse()) {
    try {
      return await readCheckpoint(folder, step, form);
    } catch (thrown) {
      if (!(thrown instanceof AesopError) || thrown.code === 'model-newer') throw thrown;
      onDamaged(step, thrown);
    }
  }
  return undefined;
}

/**
 * Weights and state of one checkpoint, checked as `readCheckpoint` does, without what only a training needs; the arrays are
 * held, since a training that goes on may drop that checkpoint.
 * @throws AesopError `file-damaged`, `file-missing`, `model-newer`
 */
export async function readWeights<S>(
  folder: string,
  step: number,
  form: CheckpointForm<S>,
): Promise<{ step: number; weights: Tensors; state: S }> {
  const path = join(folder, String(step), FILES[0]);
  try {
    const { files, state } = await readState(folder, step, form.state);
    await requireWritten(path, files[FILES[0]]);
    const weights = await readSafetensors(path);
    fitting(path, () => form.requireWeights(weights));
    return { step, weights, state };
  } catch (thrown) {
    throw diskError(thrown, path);
  }
}

/** Weights of the first of these checkpoints that is whole, also while a training writes and thins them out. */
async function firstWeights<S>(
  folder: string,
  form: CheckpointForm<S>,
  steps: readonly number[],
): Promise<{ step: number; weights: Tensors } | undefined> {
  for (const step of steps) {
    try {
      return await readWeights(folder, step, form);
    } catch {
      // gone or damaged: another one will do
    }
  }
  return undefined;
}

/** Weights of the newest checkpoint that is whole; nothing before the first. */
export const newestWeights = async <S>(folder: string, form: CheckpointForm<S>) =>
  firstWeights(folder, form, (await checkpointSteps(folder)).reverse());

/** Weights of the whole checkpoint that is nearest to a step, of two the earlier; nothing before the first. */
export async function weightsNear<S>(folder: string, form: CheckpointForm<S>, step: number) {
  const far = (other: number) => Math.abs(other - step);
  const steps = (await checkpointSteps(folder)).sort((a, b) => far(a) - far(b) || a - b);
  return firstWeights(folder, form, steps);
}

/** What every checkpoint says of itself, by rising step, those left out that cannot be read; weights are not looked at. */
export async function checkpointStates<S>(
  folder: string,
  schema: z.ZodType<S>,
): Promise<{ step: number; best: boolean; state: S }[]> {
  const steps = await checkpointSteps(folder);
  const states = await Promise.all(steps.map((step) => readState(folder, step, schema).catch(() => undefined)));
  return states.flatMap((each, at) => (each ? [{ step: steps[at], best: each.best, state: each.state }] : []));
}

/** Removes the checkpoints after `step`: a run that goes on from there writes them anew. */
export async function dropCheckpointsAfter(folder: string, step: number): Promise<void> {
  for (const later of (await checkpointSteps(folder)).filter((each) => each > step))
    await rm(join(folder, String(later)), { recursive: true, force: true });
}

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Random } from '../../electron/engine/random.ts';
import { runFiles } from '../../electron/storage/runs/run-files.ts';
import { readSafetensors, safetensorsParts, type Tensors } from '../../electron/storage/checkpoints/safetensors.ts';
import { workspaceAt, type Workspace } from '../../electron/storage/workspace/workspace.ts';
import { Stopped, type JobContext, type Telling } from '../../electron/worker/job.ts';
import { trainRun } from '../../electron/worker/runs/train.ts';
import { LessonWords } from '../../electron/worker/lesson-words.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { RUN, smallText, TINY, workspaceWithRun } from '../worker/training-workspace.ts';
import { hostileBytes, hostileJson } from './hostile.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

/** A run with checkpoints at 4, 8 and 12, which then goes on to 14. */
const SEQUENCES: Hyperparameters = {
  ...TINY,
  ...{ embeddingSize: 4, units: 8, sequenceLength: 6, schedule: 'constant', warmupSteps: 2 },
  ...{ steps: 12, checkpointEvery: 4, evaluateEvery: 4, reportEvery: 2 },
};
const WINDOWS: Hyperparameters = { ...SEQUENCES, context: 'window', windowLength: 3 };
const [BEFORE, NEWEST, STEPS] = [8, 12, 14];
/** Steps that no round can need: a training that makes more is one without end. */
const BUDGET = 50;
const FILES = ['weights.safetensors', 'optimizer.safetensors'] as const;

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

interface Ended {
  readonly steps: number;
  readonly started?: Extract<Telling, { type: 'started' }>;
  readonly error?: PlainError;
}

/** Trains in this process, as a worker would. */
async function train(root: string, resume: boolean): Promise<Ended> {
  const told: Telling[] = [];
  let steps = 0;
  const context: JobContext = {
    tell: (message) => void told.push(message),
    progress: () => {},
    signal: new AbortController().signal,
    requested: () => (++steps > BUDGET ? 'stop' : undefined),
    words: new LessonWords(),
    tryStep: async () => ({}),
    log: () => {},
  };
  const ended = await trainRun({ workspace: root, run: RUN, resume }, context).then(
    () => ({}),
    (thrown: unknown) => (thrown instanceof Stopped ? {} : { error: toPlainError(thrown) }),
  );
  return { steps, started: told.find((message) => message.type === 'started'), ...ended };
}

const weightsOf = ({ models }: Workspace) => readFileSync(join(models.path(RUN), 'weights.bin'));
/** Makes every hash of the newest checkpoint that of what lies there now. */
function makeGood(folder: string, text = readFileSync(join(folder, 'state.json'), 'utf8')): void {
  const { sha256: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  const body = text.replace(/,?"sha256":"[0-9a-f]{64}"\}$/, '}');
  const hash = sha256(JSON.stringify(rest));
  writeFileSync(join(folder, 'state.json'), body.replace(/\}$/, `,"sha256":"${hash}"}`));
}

async function changeTensors(folder: string, random: Random): Promise<void> {
  const file = FILES[random.integer(2)];
  const path = join(folder, file);
  const tensors: Tensors = await readSafetensors(path);
  const names = Object.keys(tensors);
  const name = names[random.integer(names.length)];
  const { shape, data } = tensors[name];
  const extreme = [NaN, Infinity, 3.4e38, -3.4e38, 0][random.integer(5)];
  const changes: (() => void)[] = [
    () => delete tensors[name],
    () => Object.assign(tensors, { [`${name}/more`]: tensors[name] }),
    () => Object.assign(tensors, { [name]: { shape: [data.length], data } }),
    () => Object.assign(tensors, { [name]: { shape: [0, ...shape.slice(1)], data: new Float32Array() } }),
    () => data.fill(extreme),
    () => (data[random.integer(data.length)] = extreme),
  ];
  changes[random.integer(changes.length)]();
  const bytes = Buffer.concat([...safetensorsParts(tensors)].flatMap((parts) => [...parts]));
  writeFileSync(path, bytes);
  const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
  state.files[file] = { sha256: sha256(bytes), bytes: bytes.length };
  makeGood(folder, JSON.stringify(state));
}

/** What a round does to the run. @param kind 0 to 8 @returns whether the newest checkpoint must have been noticed as damaged */
async function harm(workspace: Workspace, kind: number, random: Random): Promise<boolean> {
  const files = runFiles(workspace.runs.path(RUN));
  const newest = join(files.checkpoints, String(NEWEST));
  const state = join(newest, 'state.json');
  const before = readFileSync(state, 'utf8');
  const changed = (path: string, change: (text: Buffer) => string | Buffer) =>
    writeFileSync(path, change(readFileSync(path)));
  switch (kind) {
    case 0:
      changed(state, (text) => hostileJson(text.toString(), random));
      return readFileSync(state, 'utf8') !== before;
    case 1:
    case 2:
    case 3:
      makeGood(newest, hostileJson(before, random));
      return false;
    case 4:
      changed(join(newest, FILES[random.integer(2)]), (bytes) => hostileBytes(bytes, random));
      return true;
    case 8:
      changed(join(newest, FILES[random.integer(2)]), (bytes) => {
        // which no length gives away
        bytes[random.integer(bytes.length)] ^= 1 << random.integer(8);
        return bytes;
      });
      return true;
    case 5:
      await changeTensors(newest, random);
      return false;
    case 6:
      changed([files.metrics, files.samples][random.integer(2)], (bytes) => hostileBytes(bytes, random));
      return false;
    default:
      changed(join(files.folder, 'run.json'), (text) => hostileJson(text.toString(), random));
      return false;
  }
}

interface Base {
  readonly root: string;
  /** of the model that it comes to undisturbed */
  readonly weights: Buffer;
}

async function baseOf(h: Hyperparameters): Promise<Base> {
  const base = await workspaceWithRun(temporaryFolder(), h, smallText(300));
  expect(await train(base.root, false)).toMatchObject({ started: { fromStep: 0 } });
  await base.runs.update(RUN, (run) => ({ ...run, hyperparameters: { ...h, steps: STEPS } }));
  const whole = temporaryFolder();
  cpSync(base.root, whole, { recursive: true });
  expect(await train(whole, true)).toMatchObject({ started: { fromStep: NEWEST, warnings: [] } });
  return { root: base.root, weights: weightsOf(workspaceAt(whole)) };
}

test(
  'a run whose files were changed goes on as it was, from the checkpoint before, or says what is wrong',
  async () => {
    vi.stubEnv('AESOP_ENGINE', 'portable');
    const bases = [await baseOf(SEQUENCES), await baseOf(WINDOWS)];
    for (const { random, name, number } of rounds('checkpoints', 36)) {
      const { root: base, weights } = bases[random.integer(bases.length)];
      const root = temporaryFolder();
      cpSync(base, root, { recursive: true });
      const workspace = workspaceAt(root);
      const noticed = await harm(workspace, number % 9, random);
      const ended = await train(root, true);
      expect(ended.error?.code, `${name}: ${ended.error?.detail}`).not.toBe('internal');
      const steps = await workspace.runs.read(RUN).then(
        (run) => run.hyperparameters.steps,
        () => 0,
      );
      expect(ended.steps, name).toBeLessThanOrEqual(Math.max(0, steps - (ended.started?.fromStep ?? 0)));
      if (noticed) {
        expect(ended.error, name).toBeUndefined();
        expect(ended.started, name).toMatchObject({ fromStep: BEFORE });
        const [warning] = ended.started!.warnings;
        expect(warning, name).toMatchObject({ code: 'checkpoint-damaged', values: { step: NEWEST, from: BEFORE } });
        expect(weightsOf(workspace).equals(weights), name).toBe(true);
      }
      rmSync(root, { recursive: true });
    }
  },
  3 * HARNESS_TIMEOUT,
);

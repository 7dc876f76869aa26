import { warningsBefore, type Held } from '../../advice/before-training.ts';
import { diskWarning } from '../../advice/disk.ts';
import { AesopError, toPlainError, type PlainError } from '../../contract/errors.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { weightCount } from '../../contract/network-size.ts';
import { english } from '../../messages/english.ts';
import { cardToTry, engineOf } from '../../engine/runtime/index.ts';
import { freeDisk } from '../machine/workspace-check.ts';
import type { Corpus } from '../../engine/text/corpus.ts';
import { checkpointForm, train, type CheckpointForm, type CheckpointState } from '../../engine/training/index.ts';
import type { Run } from '../../contract/run.ts';
import { bytesIn, filesBelow } from '../../storage/files/tree.ts';
import { checkpointSteps, newestCheckpoint } from '../../storage/checkpoints/checkpoints.ts';
import { takeLock } from '../../storage/processes/locks.ts';
import { makeRunFolders, rewindRun, runFiles, type RunFiles } from '../../storage/runs/run-files.ts';
import { cleanStrayFiles } from '../../storage/processes/stray-files.ts';
import { learntText } from '../../storage/workspace/learnt-text.ts';
import { workspaceAt, type Workspace } from '../../storage/workspace/workspace.ts';
import { firstWeightsOf } from './base-model.ts';
import { chooseEngine } from './choose-engine.ts';
import { Stopped, type Job, type JobContext } from '../job.ts';
import { STUDIO } from '../watchdog.ts';
import { finishRun } from './finish-run.ts';
import { followingOf } from './following.ts';
import { MemoryOfRun } from './memory-of-run.ts';
import { runText } from './run-text.ts';
import { timedBefore } from './time-step.ts';
import { RunSink } from './training-sink.ts';

const heldBy = ({ vocabulary: { size, unknownId, counts }, ids }: Corpus): Held =>
  unknownId === undefined ? { size, unknown: 0 } : { size: unknownId, unknown: counts[unknownId] / ids.length };

/** checkpoints/<step>/ lies two levels below the run. */
const STRAY_DEPTH = 2;

/**
 * Where the run goes on: its newest whole checkpoint, or its beginning where it never wrote one.
 * @returns a word to the person, too, where that is not the newest
 * @throws AesopError `checkpoint-missing` where none is whole
 */
async function resumePoint(
  { checkpoints }: RunFiles,
  id: string,
  form: CheckpointForm,
  context: JobContext,
): Promise<{ checkpoint?: CheckpointState; warnings: PlainError[] }> {
  const damaged: number[] = [];
  const found = await newestCheckpoint(checkpoints, form, (step, error) => {
    damaged.push(step);
    context.log(`checkpoint ${step} is passed over: ${english.error(error).message} ${error.detail}`);
  });
  if (found) {
    const [newest] = damaged;
    const warning = () => toPlainError(new AesopError('checkpoint-damaged', { step: newest, from: found.step }));
    return { checkpoint: found as CheckpointState, warnings: newest === undefined ? [] : [warning()] };
  }
  if ((await checkpointSteps(checkpoints)).length > 0) throw new AesopError('checkpoint-missing', { id });
  return { warnings: [] };
}

/** What the disk says to the checkpoints to come; nothing where it does not tell how much is free. */
async function diskWarningOf(h: Hyperparameters, vocabularySize: number, { folder, checkpoints }: RunFiles) {
  const free = await freeDisk(folder).catch(() => undefined);
  if (free === undefined) return [];
  const held = bytesIn(await filesBelow(checkpoints).catch(() => []));
  const warning = diskWarning(h, vocabularySize, { free, held });
  return warning ? [toPlainError(warning)] : [];
}

/** Trains a run to its end, or until it is asked to stop or pause; whoever holds its lock has its folder alone. */
export const trainRun: Job<'train'> = async ({ workspace: root, run: id, resume }, context) => {
  const workspace = workspaceAt(root);
  const files = runFiles(workspace.runs.path((await workspace.runs.read(id)).id));
  const lock = await takeLock(files.folder, STUDIO);
  try {
    await cleanStrayFiles(files.folder, STRAY_DEPTH);
    await makeRunFolders(files);
    return await trainLocked(workspace, await workspace.runs.read(id), files, resume, context);
  } finally {
    await lock.release();
  }
};

async function trainLocked(
  workspace: Workspace,
  run: Run,
  files: RunFiles,
  resume: boolean,
  context: JobContext,
): Promise<Awaited<ReturnType<Job<'train'>>>> {
  const { hyperparameters } = run;
  const text = await runText(workspace, run, context.signal);
  const log = (line: string) => context.log(line);
  const memory = await MemoryOfRun.before(hyperparameters, text.vocabulary.size, text.ids.length);
  const around = { card: () => cardToTry(async () => memory.gpus), tryStep: context.tryStep, log };
  const { runtime, kernels, warning } = await chooseEngine(workspace.root, run, text.vocabulary.size, resume, around);
  memory.take(runtime);
  const stepMilliseconds = resume
    ? undefined
    : await timedBefore(workspace.root, hyperparameters, text.vocabulary.size, { runtime, kernels }, context.signal);
  // a GPU has its own quick products and needs no rounding by oneDNN
  const coarserInVain =
    hyperparameters.precision === 'fast' && runtime.precision !== 'fast' && runtime.device === 'cpu';
  const form = checkpointForm(hyperparameters, text);
  const { checkpoint, warnings } = resume
    ? await resumePoint(files, run.id, form, context).catch((thrown: unknown) => {
        throw memory.inWords(thrown);
      })
    : { checkpoint: undefined, warnings: [] };
  const fromStep = checkpoint?.step ?? 0;
  await rewindRun(files, fromStep);
  const sink = await RunSink.open(files, form, fromStep, context);
  try {
    context.tell({
      type: 'started',
      engine: engineOf(runtime),
      symbols: text.ids.length,
      vocabularySize: text.vocabulary.size,
      parameters: weightCount(hyperparameters, text.vocabulary.size),
      fromStep,
      ...(stepMilliseconds === undefined ? {} : { stepMilliseconds }),
      warnings: [
        ...warnings,
        ...(warning ? [toPlainError(warning)] : []),
        ...(await diskWarningOf(hyperparameters, text.vocabulary.size, files)),
        ...warningsBefore(hyperparameters, await learntText(workspace, run.corpus), heldBy(text)),
        ...(coarserInVain ? [toPlainError(new AesopError('not-fast-here', {}))] : []),
      ],
    });
    const result = await train({
      ids: text.ids,
      starts: text.starts,
      vocabulary: text.vocabulary,
      unknown: text.unknown,
      hyperparameters,
      kernels,
      device: runtime.device,
      first: run.base && !checkpoint ? await firstWeightsOf(workspace, run, text.vocabulary) : undefined,
      resume: checkpoint,
      sink,
      following: followingOf(run, context),
      log,
      signal: { requested: () => (sink.failed ? 'pause' : context.requested()) },
    });
    try {
      sink.check();
      if (result.ended === 'paused') throw new Stopped(result.step);
      return await finishRun({ workspace, run, text, runtime, result, context });
    } finally {
      result.model.dispose();
    }
  } catch (thrown) {
    throw memory.inWords(thrown);
  } finally {
    await sink.close();
  }
}

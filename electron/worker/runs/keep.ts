import { AesopError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import { LanguageModel, modelConfig } from '../../engine/model/index.ts';
import {
  assignAll,
  bestIsBetter,
  checkpointForm,
  type CheckpointForm,
  type LoopState,
  type NamedArrays,
} from '../../engine/training/index.ts';
import { checkpointStates, readCheckpoint, type Checkpoint } from '../../storage/checkpoints/checkpoints.ts';
import { takeLock } from '../../storage/processes/locks.ts';
import { runFiles, type RunFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt, type Workspace } from '../../storage/workspace/workspace.ts';
import { engineOfRun } from './choose-engine.ts';
import { finishRun } from './finish-run.ts';
import type { Job, JobContext } from '../job.ts';
import { STUDIO } from '../watchdog.ts';
import { runText } from './run-text.ts';

const DIVERGED = ['loss-not-finite', 'loss-exploded'];

interface Entry {
  readonly step: number;
  readonly best: boolean;
  readonly state: LoopState;
}

const lossOf = ({ state }: Entry) => state.lastReport?.loss ?? Infinity;

/**
 * Checkpoints in the order in which they should become the model: as for a run that ends, the best by validation where
 * the newest is clearly worse, else the newest. Of a run that diverged the newest is never the first choice.
 * @param entries by rising step
 */
function byMerit(entries: readonly Entry[], diverged: boolean): Entry[] {
  const newestFirst = [...entries].reverse();
  const best = newestFirst.find((entry) => entry.best);
  if (best && (diverged || bestIsBetter(newestFirst[0].state)))
    return [best, ...newestFirst.filter((entry) => entry !== best)];
  return diverged ? newestFirst.sort((a, b) => lossOf(a) - lossOf(b)) : newestFirst;
}

/** The first of them that is whole and of the run. @throws AesopError `checkpoint-missing` */
async function firstWhole(
  { checkpoints }: RunFiles,
  run: Run,
  entries: readonly Entry[],
  form: CheckpointForm,
  context: JobContext,
): Promise<Checkpoint<LoopState>> {
  for (const { step } of entries) {
    try {
      return await readCheckpoint(checkpoints, step, form);
    } catch (thrown) {
      context.log(`checkpoint ${step} is passed over: ${String(thrown)}`);
    }
  }
  throw new AesopError('checkpoint-missing', { id: run.id });
}

/** Makes a model of what a run has learnt, without training on: a run that was paused, failed or was cut short. */
export const keepRun: Job<'keep'> = async ({ workspace: root, run: id }, context) => {
  const workspace = workspaceAt(root);
  const run = await workspace.runs.read(id);
  const files = runFiles(workspace.runs.path(id));
  const lock = await takeLock(files.folder, STUDIO);
  try {
    return await keepLocked(workspace, run, files, context);
  } finally {
    await lock.release();
  }
};

async function keepLocked(
  workspace: Workspace,
  run: Run,
  files: RunFiles,
  context: JobContext,
): Promise<Awaited<ReturnType<Job<'keep'>>>> {
  const text = await runText(workspace, run, context.signal);
  const form = checkpointForm(run.hyperparameters, text);
  const entries = await checkpointStates(files.checkpoints, form.state);
  const diverged = run.error !== undefined && DIVERGED.includes(run.error.code);
  const chosen = await firstWhole(files, run, byMerit(entries, diverged), form, context);
  const { runtime, kernels } = await engineOfRun(run);
  const model = LanguageModel.blank(modelConfig(run.hyperparameters, text.vocabulary.size), kernels);
  try {
    assignAll(model.parameters, chosen.weights as NamedArrays);
    const newest = entries[entries.length - 1];
    const result = {
      ended: 'done' as const,
      step: newest.step,
      seconds: newest.state.seconds,
      model,
      modelStep: chosen.step,
      best: newest.state.best,
      last: chosen.state.lastReport,
    };
    return await finishRun({ workspace, run, text, runtime, result, context });
  } finally {
    model.dispose();
  }
}

import { AesopError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import { checkpointSteps, newestWeights, weightsNear } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import { firstWeightsOf } from './base-model.ts';
import { learntText } from './learnt-text.ts';

/** No checkpoint is nearer to `step` than the beginning of the run. */
const isBeginning = (step: number, steps: readonly number[]): boolean =>
  steps.every((each) => Math.abs(each - step) >= step);

/**
 * The weights of a run's newest checkpoint, or of the one nearest to a step, which may be those that it began with, and
 * what reads them; the training itself is left alone.
 * @throws AesopError `checkpoint-none-yet`, `checkpoint-missing`
 */
export async function lookInto(root: string, id: string, signal: AbortSignal, step?: number) {
  const workspace = workspaceAt(root);
  const run: Run = await workspace.runs.read(id);
  const { checkpoints } = runFiles(workspace.runs.path(id));
  const steps = await checkpointSteps(checkpoints);
  if (step === undefined && steps.length === 0) throw new AesopError('checkpoint-none-yet', { name: run.name });
  const text = await learntText(workspace, run, signal);
  if (step !== undefined && isBeginning(step, steps))
    return { run, ...text, step: 0, weights: await firstWeightsOf(workspace, run, text.vocabulary) };
  const found = await (step === undefined
    ? newestWeights(checkpoints, text.form)
    : weightsNear(checkpoints, text.form, step));
  if (!found) throw new AesopError('checkpoint-missing', { id });
  return { run, ...text, ...found };
}

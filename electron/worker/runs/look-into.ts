import { AesopError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import { checkpointSteps, newestWeights, weightsNear } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import { learntText } from './learnt-text.ts';

/**
 * The weights of a run's newest checkpoint, or of the one nearest to a step, and what reads them; the training itself is
 * left alone.
 * @throws AesopError `checkpoint-none-yet`, `checkpoint-missing`
 */
export async function lookInto(root: string, id: string, signal: AbortSignal, step?: number) {
  const workspace = workspaceAt(root);
  const run: Run = await workspace.runs.read(id);
  const { checkpoints } = runFiles(workspace.runs.path(id));
  if ((await checkpointSteps(checkpoints)).length === 0)
    throw new AesopError('checkpoint-none-yet', { name: run.name });
  const text = await learntText(workspace, run, signal);
  const found = await (step === undefined
    ? newestWeights(checkpoints, text.form)
    : weightsNear(checkpoints, text.form, step));
  if (!found) throw new AesopError('checkpoint-missing', { id });
  return { run, ...text, ...found };
}

import { LanguageModel, modelConfig } from '../../engine/model/index.ts';
import { assignAll, checkpointForm, validationOf, type NamedArrays } from '../../engine/training/index.ts';
import { readWeights } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import { Stopped, type Job } from '../job.ts';
import { engineOfRun } from './choose-engine.ts';
import { finishRun } from './finish-run.ts';
import { runText } from './run-text.ts';

/**
 * Makes a model of its own of one checkpoint. The run is only read, without its lock: whoever trains it trains on.
 * @throws AesopError `file-missing` where the checkpoint was thinned out meanwhile, `file-damaged`
 */
export const keepCheckpoint: Job<'keepCheckpoint'> = async (input, context) => {
  const { step, model: id, name } = input;
  const workspace = workspaceAt(input.workspace);
  const run = await workspace.runs.read(input.run);
  const { hyperparameters: h } = run;
  const text = await runText(workspace, run, context.signal);
  const { checkpoints } = runFiles(workspace.runs.path(run.id));
  const { weights, state } = await readWeights(checkpoints, step, checkpointForm(h, text));
  const { runtime, kernels } = await engineOfRun(run);
  const model = LanguageModel.blank(modelConfig(h, text.vocabulary.size), kernels);
  try {
    assignAll(model.parameters, weights as NamedArrays);
    const best = await validationOf(model, step, text, h, context.signal);
    const { seconds, lastReport: last } = state;
    const result = { ended: 'done' as const, step, seconds, model, modelStep: step, best, last };
    return await finishRun({ workspace, run, text, runtime, result, context, as: { id, name } });
  } catch (thrown) {
    if (context.signal.aborted && !(thrown instanceof Stopped)) throw new Stopped();
    throw thrown;
  } finally {
    model.dispose();
  }
};

import type { Run } from '../../contract/run.ts';
import { checkpointSteps } from '../../storage/checkpoints/checkpoints.ts';
import { lastingHolder } from '../../storage/processes/locks.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Context } from '../context.ts';

/** How a run really stands that says it is being trained while nobody trains it. */
async function settled({ workspace }: Context, { waitsAt: _, ...run }: Run): Promise<Run> {
  const endedAt = run.endedAt ?? new Date().toISOString();
  const model = await workspace.models.read(run.id).catch(() => undefined);
  if (model?.step !== undefined && model.step >= run.hyperparameters.steps) {
    const { loss, accuracy, perplexity, bitsPerCharacter } = model.metrics;
    const final =
      loss !== null && accuracy !== null && perplexity !== null
        ? { loss, accuracy, perplexity, bitsPerCharacter }
        : run.final;
    return {
      ...run,
      status: 'done',
      step: model.step,
      seconds: model.seconds ?? run.seconds,
      model: run.id,
      final,
      endedAt,
    };
  }
  const step = (await checkpointSteps(runFiles(workspace.runs.path(run.id)).checkpoints)).at(-1) ?? 0;
  return { ...run, status: 'stopped', step, endedAt };
}

/** Sets one run right. What cannot be written, as in a workspace that is only read, stays as it is. */
async function recover(context: Context, run: Run): Promise<void> {
  const { workspace, log } = context;
  try {
    if ((await lastingHolder(workspace.runs.path(run.id))) !== undefined) return;
    const { status, step } = await workspace.runs.write(await settled(context, run));
    log.info('studio', `run ${run.id} was cut short; it is ${status} at step ${step}`);
  } catch (thrown) {
    log.failure(`run ${run.id}`, thrown, 'warning');
  }
}

/**
 * Sets right what an earlier studio could not, because it was killed: runs that say `running` while no living process
 * holds their lock are stopped, and can be resumed. What cannot be read in the workspace is told to the log.
 * @returns runs still waiting in the queue, in their order
 */
export async function recoverRuns(context: Context): Promise<Run[]> {
  const { corpora, runs, models, stories, passages, booklets } = context.workspace;
  const { items, problems } = await runs.list();
  const others = await Promise.all([
    corpora.list(),
    models.list(),
    stories.summaries(),
    passages.list(),
    booklets.summaries(),
  ]);
  await context.log.lasting('studio', [...problems, ...others.flatMap((list) => list.problems)]);
  for (const run of items) if (run.status === 'running') await recover(context, run);
  const queued = items.filter(({ status }) => status === 'queued');
  return queued.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

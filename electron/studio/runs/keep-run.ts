import { AesopError } from '../../contract/errors.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { Run } from '../../contract/run.ts';
import { checkpointSteps } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Context } from '../context.ts';
import { JobStopped, type JobControl } from '../jobs/jobs.ts';
import { tellModel } from '../models/models.ts';
import type { RunRecords } from './run-records.ts';

/** Whether a model holds what the run has learnt by now: its last weights, or the best by validation. */
function isOf({ step }: ModelCard, run: Run): boolean {
  const ended = run.status === 'done' || run.status === 'stopped';
  return ended && run.model !== undefined && (step === run.step || step === run.best?.step);
}

/**
 * Finishes runs that were paused, failed or cut short: the worker makes a model of their checkpoints. One run is finished
 * once at a time.
 */
export class RunKeeper {
  readonly #context: Context;
  readonly #records: RunRecords;
  readonly #keeping = new Set<string>();

  constructor(context: Context, records: RunRecords) {
    this.#context = context;
    this.#records = records;
  }

  /** @throws AesopError `run-keeping` while the run is being finished */
  requireFree({ id, name }: Run): void {
    if (this.#keeping.has(id)) throw new AesopError('run-keeping', { name });
  }

  /**
   * Begins to finish a run that nobody trains.
   * @returns the job, whose result is the run
   * @throws AesopError `run-unlearnt`, `run-kept` where there is nothing to keep, `run-keeping`
   */
  async start(run: Run): Promise<string> {
    const { workspace, jobs } = this.#context;
    const { id, name } = run;
    const steps = await checkpointSteps(runFiles(workspace.runs.path(id)).checkpoints);
    this.requireFree(run);
    const model = await workspace.models.read(id).catch(() => undefined);
    if (model && isOf(model, run)) throw new AesopError('run-kept', { name, model: id });
    if (steps.length === 0) throw new AesopError('run-unlearnt', { name });
    this.#keeping.add(run.id);
    return jobs.start('keep', run.id, (control) =>
      this.#keep(run, control).finally(() => this.#keeping.delete(run.id)),
    );
  }

  async #keep({ id, status }: Run, { signal, progress }: JobControl): Promise<Run> {
    const { workspace, models } = this.#context;
    const ending = await models.run(
      'keep',
      { workspace: workspace.root, run: id },
      { signal, report: (message) => message.type === 'progress' && progress(message.fraction) },
    );
    const { model } = ending.type === 'done' ? ending.result : ending;
    // Left off while it was measured, it has a model all the same.
    if (model === undefined) throw new JobStopped();
    await tellModel(this.#context, model);
    const kept: Partial<Run> = { status: status === 'done' ? status : 'stopped', model, error: undefined };
    if (ending.type === 'stopped') return this.#records.change(id, kept);
    const { steps: step, seconds, loss, accuracy, perplexity, bitsPerCharacter } = ending.result;
    const final = { loss, accuracy, perplexity, bitsPerCharacter };
    return this.#records.change(id, { ...kept, step, seconds, final });
  }
}

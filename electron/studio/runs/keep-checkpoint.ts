import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import type { Language } from '../../contract/languages.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { Run } from '../../contract/run.ts';
import { NAMING } from '../../messages/naming.ts';
import { checkpointStates } from '../../storage/checkpoints/checkpoints.ts';
import { newId } from '../../storage/records/ids.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Context } from '../context.ts';
import { JobStopped, type JobControl } from '../jobs/jobs.ts';
import { tellModel } from '../models/models.ts';

/** The steps of which a run has a checkpoint that can be read, rising. */
export async function checkpointsOf({ workspace }: Context, id: string): Promise<number[]> {
  const states = await checkpointStates(runFiles(workspace.runs.path(id)).checkpoints, z.unknown());
  return states.map(({ step }) => step);
}

/** @throws AesopError `checkpoint-none-yet`, `checkpoint-unknown` */
async function requireCheckpoint(context: Context, { id, name }: Run, step: number): Promise<void> {
  const steps = await checkpointsOf(context, id);
  if (steps.includes(step)) return;
  if (steps.length === 0) throw new AesopError('checkpoint-none-yet', { name });
  throw new AesopError('checkpoint-unknown', { name, step, steps: steps.join(', ') });
}

/** What the model of a checkpoint is called until somebody says otherwise. */
export function checkpointName(run: string, step: number, language: Language): string {
  const behind = ` · ${NAMING[language].text('settingWords.atStep', { step })}`;
  return cutText(run, LONGEST.name - behind.length) + behind;
}

/** Makes models of single checkpoints, each with an id of its own: the run and its own model stay as they are. */
export class CheckpointKeeper {
  readonly #context: Context;
  readonly #keeping = new Set<string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Begins to keep a checkpoint, of a run that trains too.
   * @returns the job, whose result is the model's card
   * @throws AesopError `checkpoint-none-yet`, `checkpoint-unknown`, `checkpoint-kept` where a model is made of it already,
   * `run-keeping`
   */
  async start(run: Run, step: number, language: Language): Promise<string> {
    const { workspace, jobs } = this.#context;
    const { id, name } = run;
    const key = `${id}/${step}`;
    if (this.#keeping.has(key)) throw new AesopError('run-keeping', { name });
    this.#keeping.add(key);
    try {
      const { items } = await workspace.models.list();
      const kept = items.find((model) => model.run === id && model.id !== id && model.step === step);
      if (kept) throw new AesopError('checkpoint-kept', { name, step, model: kept.name });
      await requireCheckpoint(this.#context, run, step);
    } catch (thrown) {
      this.#keeping.delete(key);
      throw thrown;
    }
    return jobs.start('keepCheckpoint', id, (control) =>
      this.#keep(run, step, checkpointName(name, step, language), control).finally(() => this.#keeping.delete(key)),
    );
  }

  async #keep(run: Run, step: number, name: string, { signal, progress }: JobControl): Promise<ModelCard> {
    const { workspace, checkpoints } = this.#context;
    const model = newId(name, 'model');
    const ending = await checkpoints
      .run(
        'keepCheckpoint',
        { workspace: workspace.root, run: run.id, step, model, name },
        { signal, report: (message) => message.type === 'progress' && progress(message.fraction) },
      )
      .catch(async (thrown: unknown) => {
        // A training may have thinned it out since it was looked for.
        if (thrown instanceof AesopError && thrown.code === 'file-missing')
          await requireCheckpoint(this.#context, run, step);
        throw thrown;
      });
    // Left off while it was measured, it is there all the same.
    if (ending.type === 'stopped' && ending.model === undefined) throw new JobStopped();
    await tellModel(this.#context, model);
    return workspace.models.read(model);
  }
}

import type { JobInput } from '../../contract/worker.ts';
import type { Context } from '../context.ts';
import { resultOf } from '../jobs/jobs.ts';
import { Lane, type JobOptions } from '../jobs/lane.ts';
import type { Verbs } from '../verbs.ts';
import type { WorkerReport } from '../workers/worker-process.ts';

/** One job in a process of its own, which ends with it. */
async function alone<K extends 'bring' | 'dismiss'>(
  { launch }: Context,
  kind: K,
  input: JobInput<K>,
  options: JobOptions = {},
) {
  const lane = new Lane({ launch: () => launch('assist'), idle: 0 });
  try {
    return resultOf(await lane.run(kind, input, options));
  } finally {
    await lane.close();
  }
}

export function machineVerbs(context: Context): Verbs<'machine.'> {
  const { models, timing, workspace, jobs, settings } = context;
  const renew = () => Promise.all([models.renew(), timing.renew()]);
  return {
    'machine.describe': async ({ measure }) =>
      resultOf(await models.run('probe', { measure, workspace: workspace.root })),
    'machine.bringEngine': async ({ variant, folder }) => ({
      job: jobs.start('engine', variant, async ({ signal, progress }) => {
        const report = (message: WorkerReport) => {
          if (message.type === 'progress') progress(message.fraction);
        };
        const from = folder && context.files.source(folder).path;
        const wanted = { variant, index: settings.get().packageIndex, folder: from };
        const brought = await alone(context, 'bring', wanted, { signal, report });
        // A process that has an engine keeps it: the next one loads what was brought.
        await renew();
        return brought;
      }),
    }),
    'machine.dismissEngine': async () => {
      // On Windows no file goes while a process has it open.
      await renew();
      await alone(context, 'dismiss', {});
      return {};
    },
  };
}

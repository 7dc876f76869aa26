import type { Context } from '../context.ts';
import { resultOf } from '../jobs/jobs.ts';
import type { Verbs } from '../verbs.ts';

export function machineVerbs({ models, workspace }: Context): Verbs<'machine.'> {
  return {
    'machine.describe': async ({ measure }) =>
      resultOf(await models.run('probe', { measure, workspace: workspace.root })),
  };
}

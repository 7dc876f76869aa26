import type { Context } from './context.ts';
import { resultOf } from './jobs.ts';
import type { Verbs } from './verbs.ts';

export function machineVerbs({ models }: Context): Verbs<'machine.'> {
  return {
    'machine.describe': async ({ measure }) => resultOf(await models.run('probe', { measure })),
  };
}

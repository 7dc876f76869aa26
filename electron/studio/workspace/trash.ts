import { sweepTemporaryFolders } from '../../storage/processes/temporary-folder.ts';
import { describeTrash, emptyOldTrash, emptyTrash, kindsInTrash, listTrash } from '../../storage/workspace/trash.ts';
import { sweepCopies } from '../../storage/workspace/unfinished-copies.ts';
import type { Context } from '../context.ts';
import type { Verbs } from '../verbs.ts';

export function trashVerbs({ workspace }: Context): Verbs<'trash.'> {
  return {
    'trash.describe': () => describeTrash(workspace),
    'trash.list': () => listTrash(workspace),
    'trash.find': async ({ id }) => ({ kinds: await kindsInTrash(workspace, id) }),
    'trash.empty': () => emptyTrash(workspace),
  };
}

/**
 * What a host that stays does once it is open: old trash goes, and what killed Aesops left in the system's temporary
 * folder and at the target of a move. Verbs that only read a workspace never get here. Never rejects.
 */
export async function keepHouse({ workspace, log }: Context): Promise<void> {
  try {
    const { items } = await emptyOldTrash(workspace);
    if (items > 0) log.info('studio', `${items} things deleted more than 30 days ago are gone for good`);
    await sweepTemporaryFolders();
    await sweepCopies(workspace.root);
  } catch (thrown) {
    log.failure('studio', thrown, 'warning');
  }
}

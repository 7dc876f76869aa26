import type { DeletableKind } from '../../electron/contract/machine.ts';
import type { TextKey } from '../../electron/messages/page.ts';
import { client } from '../lib/client.ts';
import { t } from './language.svelte.ts';
import { toasts } from './toasts.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** What can be deleted, by the noun of its verbs, with what is said of it then. */
const SAID = {
  corpora: 'common.corpusDeleted',
  runs: 'common.runDeleted',
  models: 'common.modelDeleted',
  stories: 'common.storyDeleted',
  passages: 'common.passageDeleted',
  booklets: 'common.bookletDeleted',
} as const satisfies Record<DeletableKind, TextKey>;

/**
 * Deletes at once and offers to undo it.
 * @param besides what else is to be said of it
 */
export async function deleteWithUndo(kind: DeletableKind, id: string, name: string, besides = ''): Promise<void> {
  await client.request(`${kind}.delete`, { id });
  const restore = () => void trouble.guard(() => client.request(`${kind}.restore`, { id }));
  toasts.showUndoable(`${t(SAID[kind], { name })} ${besides}`.trim(), restore);
}

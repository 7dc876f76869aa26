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
} as const;

/**
 * Deletes at once and offers to undo it.
 * @param besides what else is to be said of it
 */
export async function deleteWithUndo(kind: keyof typeof SAID, id: string, name: string, besides = ''): Promise<void> {
  await client.request(`${kind}.delete`, { id });
  const restore = () => void trouble.guard(() => client.request(`${kind}.restore`, { id }));
  toasts.show(`${t(SAID[kind], { name })} ${besides}`.trim(), { label: t('common.undo'), run: restore });
}

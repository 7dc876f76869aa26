import type { Passage, PassageOfStory } from '../../electron/contract/passage.ts';
import { titleOf } from '../../electron/contract/story.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { Listed, newestFirst } from './listed.svelte.ts';

const ORDER = newestFirst(({ keptAt }: Passage) => keptAt);

/** The kept passages, whole. */
class Passages extends Listed<'passages'> {
  constructor() {
    super('passages', ORDER);
  }

  override receive(list: readonly Passage[]): void {
    super.receive([...list].sort(ORDER));
  }

  /** The one that is kept of this stretch. */
  of({ story, start, length }: Pick<PassageOfStory, 'story' | 'start' | 'length'>): Passage | undefined {
    return this.list.find((one) => one.story === story && one.start === start && one.length === length);
  }

  async keep(passage: PassageOfStory): Promise<Passage> {
    const kept = await client.request('passages.keep', passage);
    this.put(kept);
    return kept;
  }

  async note(id: string, note: string): Promise<void> {
    this.put(await client.request('passages.note', { id, note }));
  }

  /** Deletes one that was kept only now. */
  async forget(id: string): Promise<void> {
    await client.request('passages.delete', { id });
  }

  /** Deletes at once and offers to undo it. */
  delete(id: string): Promise<void> {
    return deleteWithUndo('passages', id, titleOf(this.byId(id)?.text ?? id));
  }
}

export const passages = new Passages();

import { summaryOf, titleOfTelling, type Story, type ToldStory } from '../../contract/story.ts';
import { newId } from '../../storage/records/ids.ts';
import type { Context } from '../context.ts';

type Parts = Pick<Context, 'workspace' | 'events'>;

/**
 * Writes down what was told: in place of the telling that it goes on from where that one is not kept, else as a new one.
 * The oldest beyond what a workspace remembers go to the trash.
 * @param from id of the story that it goes on from
 * @throws AesopError `disk-full`, `no-permission`
 */
export async function remember({ workspace, events }: Parts, told: ToldStory, from?: string): Promise<Story> {
  const { stories } = workspace;
  const toldAt = new Date().toISOString();
  const title = titleOfTelling(told) || 'Story';
  const grown = from === undefined ? undefined : await stories.tellOn(from, told, toldAt);
  const story = grown ?? (await stories.write({ ...told, id: newId(title, 'story'), title, toldAt }));
  events.changed('stories', summaryOf(story));
  return story;
}

/** Moves the oldest tellings beyond what a workspace remembers to the trash. */
export async function forgetOldest({ workspace, events }: Parts): Promise<void> {
  for (const id of await workspace.stories.overflow()) {
    await workspace.stories.remove(id);
    events.removed('stories', id);
  }
}

import { titleOf, type StorySummary, type ToldStory } from '../../../../electron/contract/story.ts';
import { t } from '../../../state/language.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { page } from '../page.svelte.ts';
import { markdownOf } from '../../../../electron/typesetting/markdown.ts';
import { beginningOf } from '../../../../electron/typesetting/typeset.ts';
import { factsOf, readingsOf } from './story-facts.ts';

/** Saves the open story as it is shown: alone, or as Markdown with its title and how it was told. */
export async function saveStory(story: ToldStory, type: 'text' | 'markdown', listed?: StorySummary): Promise<void> {
  const title = listed?.title ?? titleOf(beginningOf(page.shown));
  const saved = await trouble.guard(async () => {
    if (type === 'text') return stories.save(`${title}.txt`, `${page.text()}\n`, type);
    const facts = factsOf(story, await readingsOf(story), listed?.toldAt);
    return stories.save(`${title}.md`, markdownOf(title, page.text(), facts), type);
  });
  if (saved) toasts.show(t('story.saved', { name: saved }));
}

import type { Piece, PieceTold } from '../../../../electron/contract/booklet.ts';
import { BOOKLET_LIMITS, cutText, LONGEST } from '../../../../electron/contract/limits.ts';
import type { Passage } from '../../../../electron/contract/passage.ts';
import type { Story } from '../../../../electron/contract/story.ts';
import { models } from '../../../state/models.svelte.ts';
import { settings } from '../../../state/settings.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { storyJoining } from '../../../../electron/typesetting/joining.ts';
import { paragraphsOf, typeset } from '../../../../electron/typesetting/typeset.ts';

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** How it was told, as far as it can still be found out. */
function toldOf({ title, model }: Pick<Passage, 'title' | 'model'>, story: Story | undefined): PieceTold {
  const card = models.byId(model);
  const told: PieceTold = { title, model, modelName: card?.name ?? '', language: card?.corpus?.language ?? 'und' };
  if (card?.step !== undefined) told.step = card.step;
  if (!story) return told;
  const { greedy, temperature, topK, topP, repetitionPenalty, seed } = story.sampling;
  return { ...told, sampling: { greedy, temperature, topK, topP, repetitionPenalty, seed }, toldAt: story.toldAt };
}

/** A copy of a passage. */
export async function pieceOfPassage(passage: Passage): Promise<Piece> {
  const there = stories.byId(passage.story) !== undefined;
  const story = there ? await stories.read(passage.story).catch(() => undefined) : undefined;
  return { key: newKey(), heading: '', text: passage.text, told: toldOf(passage, story) };
}

/** A copy of a story as it is shown, under its title. @throws AesopError as `stories.read` */
export async function pieceOfStory(id: string): Promise<Piece> {
  const story = await stories.read(id);
  const { prompt, symbols, title } = story;
  const joining = storyJoining(models.byId(story.model), story);
  const page = typeset({ prompt, symbols, joining, capitals: settings.value.capitals, scale: 1 });
  const text = paragraphsOf(page)
    .map((paragraph, at) => `${at === 0 ? '' : paragraph.apart ? '\n\n' : '\n'}${paragraph.text}`)
    .join('');
  return {
    key: newKey(),
    heading: cutText(title, LONGEST.name),
    text: cutText(text, BOOKLET_LIMITS.piece),
    told: toldOf(story, story),
  };
}

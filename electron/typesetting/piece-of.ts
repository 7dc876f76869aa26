import type { Piece, PieceTold } from '../contract/booklet.ts';
import { BOOKLET_LIMITS, cutText, LONGEST } from '../contract/limits.ts';
import type { ModelCard } from '../contract/model.ts';
import type { Passage } from '../contract/passage.ts';
import type { Story } from '../contract/story.ts';
import { storyJoining } from './joining.ts';
import { paragraphsOf, typeset } from './typeset.ts';

/** What is still there of where a piece is from. */
interface Origin {
  readonly model: ModelCard | undefined;
  readonly story: Story | undefined;
}

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** How it was told, as far as it can still be found out. */
function toldOf({ title, model: id }: Pick<Passage, 'title' | 'model'>, { model, story }: Origin): PieceTold {
  const told: PieceTold = {
    title,
    model: id,
    modelName: model?.name ?? '',
    language: model?.corpus?.language ?? 'und',
  };
  if (model?.step !== undefined) told.step = model.step;
  if (!story) return told;
  const { greedy, temperature, topK, topP, minP, repetitionPenalty, seed } = story.sampling;
  return {
    ...told,
    sampling: { greedy, temperature, topK, topP, minP, repetitionPenalty, seed },
    toldAt: story.toldAt,
  };
}

/** A copy of a passage. */
export const pieceOfPassage = (passage: Passage, origin: Origin): Piece => ({
  ...{ key: newKey(), heading: '', text: passage.text },
  told: toldOf(passage, origin),
});

/**
 * A copy of a story as it is shown, under its title.
 * @param capitals whether they are shown after full stops
 */
export function pieceOfStory(story: Story, model: ModelCard | undefined, capitals: boolean): Piece {
  const { prompt, symbols, title } = story;
  const page = typeset({ prompt, symbols, joining: storyJoining(model, story), capitals, scale: 1 });
  const text = paragraphsOf(page)
    .map((paragraph, at) => `${at === 0 ? '' : paragraph.apart ? '\n\n' : '\n'}${paragraph.text}`)
    .join('');
  return {
    key: newKey(),
    heading: cutText(title, LONGEST.name),
    text: cutText(text, BOOKLET_LIMITS.piece),
    told: toldOf(story, { model, story }),
  };
}

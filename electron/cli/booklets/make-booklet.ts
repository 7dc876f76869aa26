import type { BookletContent, Piece } from '../../contract/booklet.ts';
import { requireRoom } from '../../contract/booklet-room.ts';
import { readId } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { pieceOfPassage, pieceOfStory } from '../../typesetting/piece-of.ts';
import type { Host } from '../host.ts';
import { keptThings } from './kept-things.ts';

/** What is put in, by its ids: those that are named, or all that is kept. @throws AesopError `booklet-nothing` */
async function chosen(host: Host, asked: readonly string[], model: string | undefined): Promise<string[]> {
  if (asked.length > 0) return [...new Set(asked)];
  const kept = await keptThings(host, model);
  if (kept.length === 0) throw new AesopError('booklet-nothing', {});
  return kept.map(({ id }) => id);
}

/** Copies of passages and stories. @throws AesopError `piece-missing` */
async function copies(host: Host, ids: readonly string[]): Promise<Piece[]> {
  const studio = await host.studio();
  const { passages, stories, models, settings } = await studio.request('studio.state', {});
  const model = (sought: string) => models.find(({ id }) => id === sought);
  const story = (sought: string) => stories.find(({ id }) => id === sought);
  const pieces: Piece[] = [];
  for (const asked of ids) {
    const id = readId(asked);
    const passage = passages.find((each) => each.id === id);
    if (passage !== undefined) {
      const told = story(passage.story);
      // one that cannot be read tells nothing of how it was told; its passage is whole
      const whole = told && (await studio.request('stories.read', { id: told.id }).catch(() => undefined));
      pieces.push(pieceOfPassage(passage, { model: model(passage.model), story: whole }));
    } else if (id !== undefined && story(id) !== undefined) {
      const whole = await studio.request('stories.read', { id });
      pieces.push(pieceOfStory(whole, model(whole.model), settings.capitals));
    } else throw new AesopError('piece-missing', { id: asked });
  }
  return pieces;
}

/**
 * Makes a booklet of what is named, in that order, or of all that is kept.
 * @param model whose pieces alone, by its id
 * @throws AesopError `booklet-nothing`, `piece-missing`, `booklet-large`
 */
export async function makeBooklet(
  host: Host,
  content: Omit<BookletContent, 'pieces'>,
  asked: readonly string[],
  model: string | undefined,
): Promise<void> {
  const pieces = await copies(host, await chosen(host, asked, model));
  requireRoom(pieces);
  const { id } = await (await host.studio()).request('booklets.create', { ...content, pieces });
  if (host.options.json) return host.json({ type: 'made', booklet: id, pieces: pieces.length });
  const told = () => host.translator.text('workspace.bookletMade', { id, count: pieces.length });
  host.terminal.line(host.options.quiet ? id : told());
}

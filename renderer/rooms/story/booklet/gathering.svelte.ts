import { SvelteSet } from 'svelte/reactivity';
import type { Piece } from '../../../../electron/contract/booklet.ts';
import { pieceOfPassage, pieceOfStory } from '../../../../electron/typesetting/piece-of.ts';
import { booklets, titleOfBooklet } from '../../../state/booklets.svelte.ts';
import { t } from '../../../state/language.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { passages } from '../../../state/passages.svelte.ts';
import { route } from '../../../state/route.svelte.ts';
import { settings } from '../../../state/settings.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { openBooklet } from './open-booklet.svelte.ts';

/** A copy of what is chosen; of a passage that is gone meanwhile, none. @throws AesopError as `stories.read` */
async function copyOf(key: string): Promise<Piece[]> {
  const [kind, id] = key.split(/:(.*)/s);
  if (kind === 'story') {
    const story = await stories.read(id);
    return [pieceOfStory(story, models.byId(story.model), settings.value.capitals)];
  }
  const passage = passages.byId(id);
  if (!passage) return [];
  const there = stories.byId(passage.story) !== undefined;
  const story = there ? await stories.read(passage.story).catch(() => undefined) : undefined;
  return [pieceOfPassage(passage, { model: models.byId(passage.model), story })];
}

/** Passages and stories that are chosen for a booklet, in the order in which they were. */
class Gathering {
  open = $state(false);
  /** the booklet that they go into; empty: a new one */
  into = $state('');
  /** `passage:` or `story:` and an id */
  readonly picked = new SvelteSet<string>();
  #busy = $state(false);

  /** Whether what was chosen is being copied. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Begins to choose. @param first is chosen already; `into` the booklet, else the one changed last */
  begin({ first, into }: { first?: string; into?: string } = {}): void {
    this.picked.clear();
    if (first) this.picked.add(first);
    this.into = into ?? booklets.list[0]?.id ?? '';
    this.open = true;
  }

  toggle(key: string): void {
    if (!this.picked.delete(key)) this.picked.add(key);
  }

  /**
   * Copies what is chosen into the booklet, and says so; until it is there, the choice stays.
   * @throws AesopError `booklet-large`, as `stories.read`
   */
  async add(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.#add();
    } finally {
      this.#busy = false;
    }
  }

  async #add(): Promise<void> {
    const pieces: Piece[] = [];
    for (const key of this.picked) pieces.push(...(await copyOf(key)));
    if (!pieces.length) return void (this.open = false);
    let { into } = this;
    if (booklets.byId(into)) {
      if (into === openBooklet.id) await openBooklet.flush();
      await booklets.add(into, pieces);
    } else into = await openBooklet.create(pieces);
    this.open = false;
    if (route.values.booklet === into) return;
    if (route.values.booklet !== undefined || !this.into) return route.go('story', undefined, { booklet: into });
    const title = titleOfBooklet(booklets.byId(into) ?? { title: '' });
    toasts.show(t('booklet.added', { count: pieces.length, title }), {
      label: t('booklet.open'),
      run: () => route.go('story', undefined, { booklet: into }),
    });
  }
}

export const gathering = new Gathering();

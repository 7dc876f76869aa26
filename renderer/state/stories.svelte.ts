import type { PromptSymbol, Story, StorySummary } from '../../electron/contract/story.ts';
import type { RequestOutput } from '../../electron/contract/studio.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { Listed, newestFirst } from './listed.svelte.ts';
import { saveAs } from './save-as.ts';

/** Symbols of whole stories that are held to be opened again at once. */
const HELD_SYMBOLS = 50_000;
/** Beginnings that are held. */
const HELD_PROMPTS = 8;
const ORDER = newestFirst(({ toldAt }: StorySummary) => toldAt);

/** Every story that was told, as summaries. What is being told is in `telling`. */
class Stories extends Listed<'stories'> {
  /** opened lately, the latest last */
  #held = new Map<string, Story>();
  /** beginnings looked up lately, by model and text */
  #prompts = new Map<string, Promise<readonly PromptSymbol[]>>();

  constructor() {
    super('stories', ORDER);
  }

  override listen(): void {
    super.listen();
    for (const event of ['stories.changed', 'stories.removed'] as const)
      client.on(event, (payload) => this.#held.delete('id' in payload ? payload.id : payload.story.id));
  }

  override receive(list: readonly StorySummary[]): void {
    super.receive([...list].sort(ORDER));
    this.#held.clear();
    this.#prompts.clear();
  }

  /** A whole story, where it is at hand. */
  held(id: string): Story | undefined {
    return this.#held.get(id);
  }

  /** A whole story. @throws AesopError `story-missing`, `file-damaged` */
  async read(id: string): Promise<Story> {
    return this.hold(this.held(id) ?? (await client.request('stories.read', { id })));
  }

  /** Has a whole story at hand. */
  hold(story: Story): Story {
    this.#held.delete(story.id);
    this.#held.set(story.id, story);
    let symbols = 0;
    for (const held of [...this.#held.values()].reverse()) {
      symbols += held.symbols.length;
      if (held !== story && symbols > HELD_SYMBOLS) this.#held.delete(held.id);
    }
    return story;
  }

  /**
   * How a model sees a beginning: its symbols, known or not, with the nearest known ones. Field, page and what is copied ask
   * for the same one, and a model does not change.
   */
  prompt(model: string, text: string): Promise<readonly PromptSymbol[]> {
    const key = `${model}\n${text}`;
    const known = this.#prompts.get(key);
    if (known) return known;
    const asked = client.request('stories.prompt', { model, text }).then(({ symbols }) => symbols);
    for (const oldest of [...this.#prompts.keys()].slice(0, -HELD_PROMPTS + 1)) this.#prompts.delete(oldest);
    this.#prompts.set(key, asked);
    // one that failed is asked for again
    asked.catch(() => this.#prompts.delete(key));
    return asked;
  }

  /** Stretches that stand in the corpus word for word, and their share. */
  copied(model: string, symbols: readonly string[]): Promise<RequestOutput<'stories.copied'>> {
    return client.request('stories.copied', { model, symbols: [...symbols] });
  }

  /** Gives a telling its star, and a title where one is given. */
  async keep(id: string, title?: string): Promise<void> {
    this.put(await client.request('stories.keep', { id, title }));
  }

  /** Takes the star off. */
  async unkeep(id: string): Promise<void> {
    this.put(await client.request('stories.unkeep', { id }));
  }

  /**
   * Saves a text: where the person says, or into the browser's downloads.
   * @param name with its extension
   * @returns the name it has there; undefined where the person thought better of it
   */
  save(name: string, text: string, type: 'text' | 'markdown'): Promise<string | undefined> {
    return saveAs({ name, type }, (target) => client.request('stories.save', { name, text, target }));
  }

  async rename(id: string, name: string): Promise<void> {
    await client.request('stories.rename', { id, name });
  }

  /** Deletes at once and offers to undo it. */
  delete(id: string): Promise<void> {
    return deleteWithUndo('stories', id, this.byId(id)?.title ?? id);
  }
}

export const stories = new Stories();

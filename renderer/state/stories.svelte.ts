import type { PromptSymbol, Story, ToldStory } from '../../electron/contract/story.ts';
import type { RequestOutput } from '../../electron/contract/studio.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { saveAs } from './save-as.ts';

/** The kept stories. What is being told is in `telling`. */
class Stories {
  #list = $state.raw<readonly Story[]>([]);

  /** Newest first. */
  get list(): readonly Story[] {
    return this.#list;
  }

  byId(id: string | undefined): Story | undefined {
    return this.#list.find((story) => story.id === id);
  }

  receive(list: readonly Story[]): void {
    this.#list = [...list].sort((a, b) => b.keptAt.localeCompare(a.keptAt));
  }

  listen(): void {
    client.on('stories.changed', ({ stories }) => this.receive(stories));
  }

  /** How a model sees a beginning: its symbols, known or not, with the nearest known ones. */
  async prompt(model: string, text: string): Promise<readonly PromptSymbol[]> {
    return (await client.request('stories.prompt', { model, text })).symbols;
  }

  /** Stretches that stand in the corpus word for word, and their share. */
  copied(model: string, symbols: readonly string[]): Promise<RequestOutput<'stories.copied'>> {
    return client.request('stories.copied', { model, symbols: [...symbols] });
  }

  keep(story: ToldStory, title?: string): Promise<Story> {
    return client.request('stories.keep', { story, title });
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

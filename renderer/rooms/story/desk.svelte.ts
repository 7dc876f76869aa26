import type { ModelCard } from '../../../electron/contract/model.ts';
import type { RunnerUp, Sampling, Story } from '../../../electron/contract/story.ts';
import { models } from '../../state/models.svelte.ts';
import { route } from '../../state/route.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { defaultSampling, nextSeed } from './sampling/manners.ts';
import { PromptCheck } from './prompt/prompt-check.svelte.ts';
import { retellFrom, tellOn, type Retelling } from './retell.ts';

/** What lies on the desk: who tells, from which first line and how. It stays while other rooms are open. */
class Desk {
  #model = $state<string | undefined>();
  #prompt = $state<string | undefined>();
  #refused = $state(0);
  #opened = $state(0);
  sampling = $state.raw<Sampling>(defaultSampling);
  /** which words of the first line the model knows */
  readonly check = new PromptCheck();

  /** Newest first. */
  readonly models: readonly ModelCard[] = $derived(
    [...models.list].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  );

  /** Who tells: the one chosen, else the newest. */
  get model(): ModelCard | undefined {
    return models.byId(this.#model) ?? this.models[0];
  }

  /** The model of the story that lies open, unless it was deleted. */
  get teller(): ModelCard | undefined {
    return models.byId(telling.model);
  }

  /** The first line: what was written, else one that stands in the model's own text. */
  get prompt(): string {
    return this.#prompt ?? this.model?.prompt ?? '';
  }

  set prompt(text: string) {
    this.#prompt = text;
  }

  /** Grows each time a story was asked for whose first line has unknown words. */
  get refused(): number {
    return this.#refused;
  }

  /** Lets another model tell. A first line that nobody wrote gives way to its own. */
  choose(id: string): void {
    if (this.#prompt?.trim() === '' || this.#prompt === this.model?.prompt) this.#prompt = undefined;
    this.#model = id;
  }

  change(change: Partial<Sampling>): void {
    this.sampling = { ...this.sampling, ...change };
  }

  reset(): void {
    this.sampling = { ...defaultSampling, seed: this.sampling.seed };
  }

  /** Grows each time another story is laid open, to be read from its beginning. */
  get opened(): number {
    return this.#opened;
  }

  /** Lays a kept story open, with all that it was told with. */
  open(story: Story): void {
    const told = telling.symbols;
    const same = story.symbols.length === told.length && story.symbols.every(({ text }, at) => text === told[at].text);
    if (!same || story.prompt !== telling.prompt) this.#opened++;
    if (models.byId(story.model)) this.#model = story.model;
    this.#prompt = story.prompt;
    this.sampling = story.sampling;
    telling.show(story);
  }

  /** An empty page, for a new story by the same model. */
  clear(): void {
    telling.clear();
    this.#prompt = undefined;
    route.go('story');
  }

  /** Tells the first line on, unless words of it are unknown. */
  async tell(): Promise<void> {
    const { model, prompt, sampling } = this;
    if (!model || !prompt.trim()) return;
    await this.check.look(model.id, prompt);
    if (this.check.unknown(prompt).length) this.#refused++;
    else await this.#tell(model, prompt, { from: [], sampling });
  }

  /** The same once more, with the next seed. */
  tellAgain(): Promise<void> {
    this.change({ seed: nextSeed(this.sampling.seed) });
    return this.tell();
  }

  /** Tells the open story anew from one of its symbols, with a runner-up in its place. */
  retell(at: number, chosen: RunnerUp): Promise<void> {
    return this.#tell(this.teller, telling.prompt, retellFrom(telling.symbols, at, chosen, this.sampling));
  }

  /** Tells the open story on behind its end. */
  tellOn(): Promise<void> {
    return this.#tell(this.teller, telling.prompt, tellOn(telling.symbols, this.sampling));
  }

  #tell(model: ModelCard | undefined, prompt: string, { from, sampling }: Retelling): Promise<void> {
    if (!model) return Promise.resolve();
    if (route.id) route.replace();
    return telling.tell(model.id, prompt, sampling, from);
  }
}

export const desk = new Desk();

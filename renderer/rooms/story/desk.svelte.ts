import type { ModelCard } from '../../../electron/contract/model.ts';
import type { ReadWord } from '../../../electron/contract/read-words.ts';
import type { RunnerUp, Sampling, Story } from '../../../electron/contract/story.ts';
import { models } from '../../state/models.svelte.ts';
import { route } from '../../state/route.svelte.ts';
import { stories } from '../../state/stories.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { trouble } from '../../state/trouble.svelte.ts';
import { defaultSampling, nextSeed } from './sampling/manners.ts';
import { PromptCheck } from './prompt/prompt-check.svelte.ts';
import { surpriseScale } from './text/surprise.ts';
import { retellFrom, tellOn, type Retelling } from './retell.ts';

/** What lies on the desk: who tells, from which first line and how. It stays while other rooms are open. */
class Desk {
  #model = $state<string | undefined>();
  #prompt = $state<string | undefined>();
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

  /** How much surprise of the open story's model it takes before a word is shaded. */
  readonly scale: number = $derived.by(() => {
    const { validationLoss, loss } = this.teller?.metrics ?? {};
    return surpriseScale(validationLoss ?? loss);
  });

  /** The first line: what was written, else one that stands in the model's own text. */
  get prompt(): string {
    return this.#prompt ?? this.model?.prompt ?? '';
  }

  set prompt(text: string) {
    this.#prompt = text;
  }

  /** Lets another model tell. A first line that nobody wrote gives way to its own. */
  choose(id: string): void {
    if (this.#prompt?.trim() === '' || this.#prompt === this.model?.prompt) this.#prompt = undefined;
    // another one does not know the words that stand in for it
    if (this.model?.id !== id) this.change({ standIns: {} });
    this.#model = id;
  }

  change(change: Partial<Sampling>): void {
    this.sampling = { ...this.sampling, ...change };
  }

  reset(): void {
    const { seed, standIns, carryOver } = this.sampling;
    this.sampling = { ...defaultSampling, seed, standIns, carryOver };
  }

  /** The words of the first line that the model does not know, and what it reads in their place. */
  get unknown(): readonly ReadWord[] {
    return this.check.unknown(this.prompt, this.sampling);
  }

  /** Has the model read a word that it does not know as one that it knows; undefined: as it does by itself. */
  readAs(word: string, as: string | undefined): void {
    const { [word]: _, ...others } = this.sampling.standIns;
    this.change({ standIns: as === undefined ? others : { ...others, [word]: as } });
  }

  /** Whether the model knows a word, which could then stand in for another. */
  async knows(word: string): Promise<boolean> {
    if (!this.model) return false;
    const symbols = await trouble.guard(() => stories.prompt(this.model!.id, word));
    return symbols?.length === 1 && symbols[0].known;
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
    // stories of earlier Aesops were told only where all words were known
    this.sampling = { ...story.sampling, unknown: 'keep' };
    telling.show(story);
  }

  /** An empty page, for a new story by the same model. */
  clear(): void {
    telling.clear();
    this.#prompt = undefined;
    route.go('story');
  }

  /** Tells the first line on. */
  async tell(): Promise<void> {
    const { model, prompt, sampling } = this;
    if (!model || !prompt.trim()) return;
    await this.check.look(model.id, prompt);
    const there = new Set(this.check.unknown(prompt, sampling).map(({ word }) => word));
    const standIns = Object.fromEntries(Object.entries(sampling.standIns).filter(([word]) => there.has(word)));
    await this.#tell(model, prompt, { from: [], sampling: { ...sampling, standIns } });
  }

  /** The same once more, with the next seed. */
  tellAgain(): Promise<void> {
    this.change({ seed: nextSeed(this.sampling.seed) });
    return this.tell();
  }

  /** Tells the open story anew from one of its symbols, with a runner-up in its place. */
  retell(at: number, chosen: RunnerUp): Promise<void> {
    return this.#tell(this.teller, telling.prompt, retellFrom(telling.symbols, at, chosen, this.#onward));
  }

  /** Tells the open story on behind its end. */
  tellOn(): Promise<void> {
    return this.#tell(this.teller, telling.prompt, tellOn(telling.symbols, this.#onward));
  }

  /** As the desk has it now, the words of the open story's own first line read as they were. */
  get #onward(): Sampling {
    const { unknown, standIns, carryOver } = telling.story?.sampling ?? this.sampling;
    return { ...this.sampling, unknown, standIns, carryOver };
  }

  #tell(model: ModelCard | undefined, prompt: string, { from, sampling }: Retelling): Promise<void> {
    if (!model) return Promise.resolve();
    if (route.id) route.replace();
    return telling.tell(model.id, prompt, sampling, from);
  }
}

export const desk = new Desk();

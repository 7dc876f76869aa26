import type { ModelCard } from '../../../electron/contract/model.ts';
import type { ReadWord } from '../../../electron/contract/read-words.ts';
import type { Draft, RunnerUp, Sampling, Story, StorySummary } from '../../../electron/contract/story.ts';
import { models } from '../../state/models.svelte.ts';
import { route } from '../../state/route.svelte.ts';
import { stories } from '../../state/stories.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { trouble } from '../../state/trouble.svelte.ts';
import { defaultSampling, nextSeed } from './sampling/manners.ts';
import { PromptCheck } from './prompt/prompt-check.svelte.ts';
import { surpriseScale } from '../../../electron/typesetting/surprise.ts';
import { retellFrom, tellOn, type Retelling } from './retell.ts';

/** What lies on the desk: who tells, from which first line and how. It stays while other rooms are open. */
class Desk {
  #model = $state<string | undefined>();
  #prompt = $state<string | undefined>();
  #opened = $state(0);
  #growing: string | undefined;
  /** the first line that was written and is not told yet, and the story that lay open then */
  #written = $state.raw<{ readonly line: string; readonly story: string | undefined } | undefined>();
  /** to be laid over the story that is about to be opened */
  #over: Draft | undefined;
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

  /** How much surprise of the open story's model it takes before a word is shaded; on a blank page of the one that will tell. */
  readonly scale: number = $derived(surpriseScale(telling.model ? this.teller : this.model));

  /** What the list says of the story that lies open. */
  get story(): StorySummary | undefined {
    const { story } = telling;
    return story && 'id' in story ? stories.byId(story.id) : undefined;
  }

  /** The id of the story that is being told on from its end. */
  get growing(): string | undefined {
    return telling.status === 'telling' ? this.#growing : undefined;
  }

  /** The first line: what was written, else one that stands in the model's own text. */
  get prompt(): string {
    return this.#prompt ?? this.model?.prompt ?? '';
  }

  /** Nobody has written anything: the line is the model's. */
  get isProposed(): boolean {
    return this.#prompt === undefined;
  }

  set prompt(text: string) {
    this.#prompt = text;
    this.#written = text.trim() ? { line: text, story: this.story?.id } : undefined;
  }

  /** What is found here after a reload. */
  get draft(): Draft {
    const { line, story } = this.#written ?? { line: this.#prompt, story: this.story?.id };
    return { prompt: line, written: this.#written !== undefined, model: this.#model, sampling: this.sampling, story };
  }

  /** Takes up what was left here. Where another story lies open meanwhile, its first line waits for a blank page. */
  takeUp(left: Draft): void {
    if (route.id === undefined) this.#lay(left);
    else if (route.id === left.story) this.#over = left;
    else if (left.written && left.prompt) this.#written = { line: left.prompt, story: left.story };
  }

  #lay({ prompt, written, model, sampling, story }: Draft): void {
    this.#model = model ?? this.#model;
    this.#prompt = prompt || this.#prompt;
    this.#written = written && prompt ? { line: prompt, story } : undefined;
    this.sampling = sampling;
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

  /** Lays a told story open, with all that it was told with. */
  open(story: Story): void {
    const told = telling.symbols;
    const same = story.symbols.length === told.length && story.symbols.every(({ text }, at) => text === told[at].text);
    if (!same || story.prompt !== telling.prompt) this.#opened++;
    if (models.byId(story.model)) this.#model = story.model;
    this.#prompt = story.prompt;
    // stories of earlier Aesops were told only where all words were known
    this.sampling = { ...story.sampling, unknown: 'keep' };
    telling.show(story);
    const over = this.#over;
    this.#over = undefined;
    if (over?.story === story.id) this.#lay(over);
  }

  /** An empty page, for a new story by the same model: a first line that was written and not told is there again. */
  blank(): void {
    telling.clear();
    this.#prompt = this.#written?.line;
  }

  /** An empty page at the address of one. */
  clear(): void {
    this.blank();
    route.go('story');
  }

  /** Tells the first line on. */
  async tell(): Promise<void> {
    const { model, prompt, sampling } = this;
    if (!model || !prompt.trim()) return;
    const standIns = await this.check.standInsFor(model.id, prompt, sampling);
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

  /** Tells the open story on behind its end: it grows, unless it is kept. */
  tellOn(): Promise<void> {
    const grows = this.story !== undefined && this.story.keptAt === undefined;
    return this.#tell(this.teller, telling.prompt, tellOn(telling.symbols, this.#onward), grows);
  }

  /** As the desk has it now, the words of the open story's own first line read as they were. */
  get #onward(): Sampling {
    const { unknown, standIns, carryOver } = telling.story?.sampling ?? this.sampling;
    return { ...this.sampling, unknown, standIns, carryOver };
  }

  /** Each telling gets an address of its own, so that one comes back to the one before. */
  async #tell(
    model: ModelCard | undefined,
    prompt: string,
    { from, sampling }: Retelling,
    grows = false,
  ): Promise<void> {
    if (!model) return;
    const of = from.length ? this.story?.id : undefined;
    this.#growing = grows ? of : undefined;
    if (this.#written?.line === prompt) this.#written = undefined;
    const told = telling.tell(model.id, prompt, sampling, from, of);
    if ((route.id || route.values.passage) && !grows) route.go('story');
    const { here } = route;
    await told;
    const id = this.story?.id;
    if (id && id !== route.id && !route.replaceWhere(here, id)) route.leaveOpen('story', id);
  }
}

export const desk = new Desk();

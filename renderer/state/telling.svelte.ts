import { toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import { storyTextOf } from '../../electron/contract/story-opening.ts';
import type { Sampling, Story, StorySymbol, ToldStory } from '../../electron/contract/story.ts';
import { client } from '../lib/client.ts';
import { jobs } from './jobs.svelte.ts';
import { models } from './models.svelte.ts';
import { stories } from './stories.svelte.ts';

export type TellingStatus = 'idle' | 'telling' | 'told' | 'failed';

const MOST_SYMBOLS = 200_000;

const sameText = (a: readonly StorySymbol[], b: readonly StorySymbol[]) =>
  a.length === b.length && a.every(({ text }, at) => text === b[at].text);

/** One storytelling at a time: symbols as they come, its end or its error. */
export class Telling {
  #model = $state('');
  #prompt = $state('');
  /** grows while it is told: the same array stands for the same story, with more behind its end */
  #symbols: StorySymbol[] = [];
  #grown = $state(0);
  #status = $state<TellingStatus>('idle');
  #story = $state.raw<ToldStory | Story | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #job: string | undefined;
  /** symbols of jobs not yet known by their answer */
  #early: Record<string, StorySymbol[]> = {};
  /** what the studio wrote down of a job: the id of its story */
  #written: { readonly job: string; readonly id: string } | undefined;
  #turn = 0;
  /** asked to leave off before the job was known */
  #leaving = false;

  get model(): string {
    return this.#model;
  }

  get prompt(): string {
    return this.#prompt;
  }

  get symbols(): readonly StorySymbol[] {
    void this.#grown;
    return this.#symbols;
  }

  get status(): TellingStatus {
    return this.#status;
  }

  /** What was told, once it is told to its end, left off or broken off; with its id where the studio wrote it down. */
  get story(): ToldStory | Story | undefined {
    return this.#story;
  }

  get error(): PlainError | undefined {
    return this.#error;
  }

  /** @returns ends the listening */
  listen(): () => void {
    const told = client.on('stories.told', (written) => (this.#written = written));
    const symbolsCame = client.on('stories.symbols', ({ job, symbols }) => {
      if (job === this.#job) this.#add(symbols);
      else if (this.#status === 'telling' && !this.#job) this.#early[job] = [...(this.#early[job] ?? []), ...symbols];
    });
    return () => {
      told();
      symbolsCame();
    };
  }

  /**
   * Tells a new story; one under way is left off first.
   * @param from symbols told already that it goes on behind; `sampling.length` counts them too
   * @param of the id of the story that these are of
   */
  async tell(
    model: string,
    prompt: string,
    sampling: Sampling,
    from: readonly StorySymbol[] = [],
    of?: string,
  ): Promise<void> {
    const turn = ++this.#turn;
    const left = this.stop();
    this.#job = undefined;
    this.#model = model;
    this.#prompt = prompt;
    this.#begin(from);
    this.#story = undefined;
    this.#error = undefined;
    this.#status = 'telling';
    this.#leaving = false;
    await left;
    if (turn !== this.#turn) return;
    const started = performance.now();
    const soFar = () => this.#soFar(sampling, (performance.now() - started) / 1000);
    try {
      const continuation = from.length ? from.map(({ text }) => text) : undefined;
      const { job } = await client.request('stories.tell', { model, prompt, continuation, from: of, sampling });
      if (turn !== this.#turn) return void jobs.cancel(job);
      this.#job = job;
      if (this.#leaving) void this.stop();
      this.#add(this.#early[job] ?? []);
      this.#early = {};
      const told = await jobs.end<ToldStory>(job);
      if (turn !== this.#turn) return;
      if (told) this.#begin(told.symbols);
      if (!this.#symbols.length) return void (this.#status = 'idle');
      this.#story = this.#listed(told ?? soFar(), of);
      this.#status = 'told';
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#error = toPlainError(thrown);
      if (this.#symbols.length) this.#story = this.#listed(soFar(), of);
      this.#status = 'failed';
    } finally {
      if (turn === this.#turn) this.#job = undefined;
    }
  }

  /** Leaves off; what was told stays. */
  async stop(): Promise<void> {
    this.#leaving = true;
    // a job that ended in the meantime has nothing left to leave off
    if (this.#status === 'telling' && this.#job) await jobs.cancel(this.#job).catch(() => undefined);
  }

  /** Shows a story told before. */
  show(story: ToldStory | Story): void {
    this.#turn++;
    void this.stop();
    this.#job = undefined;
    this.#model = story.model;
    this.#prompt = story.prompt;
    this.#begin(story.symbols);
    this.#story = story;
    this.#error = undefined;
    this.#status = 'told';
  }

  /** Back to an empty page. */
  clear(): void {
    this.#turn++;
    void this.stop();
    this.#job = undefined;
    this.#prompt = '';
    this.#begin([]);
    this.#story = undefined;
    this.#error = undefined;
    this.#status = 'idle';
  }

  #begin(symbols: readonly StorySymbol[]): void {
    this.#symbols = [...symbols];
    this.#grown++;
  }

  #add(symbols: readonly StorySymbol[]): void {
    for (const symbol of symbols.slice(0, MOST_SYMBOLS - this.#symbols.length)) this.#symbols.push(symbol);
    this.#grown++;
  }

  /** What was told, as the list has it; where nothing was, the story that it was to go on from. */
  #listed(told: ToldStory, of: string | undefined): ToldStory | Story {
    const summary = this.#written?.job === this.#job ? stories.byId(this.#written?.id) : undefined;
    if (summary) return stories.hold({ ...told, id: summary.id, title: summary.title, toldAt: summary.toldAt });
    const before = of === undefined ? undefined : stories.held(of);
    return before && sameText(before.symbols, told.symbols) ? before : told;
  }

  #soFar(sampling: Sampling, seconds: number): ToldStory {
    const symbols = [...this.#symbols];
    const tokenizer = models.byId(this.#model)?.hyperparameters.tokenizer ?? 'words';
    const text = storyTextOf(this.#prompt, symbols, tokenizer);
    const symbolsPerSecond = symbols.length / Math.max(seconds, 1e-3);
    return { model: this.#model, prompt: this.#prompt, sampling, symbols, text, symbolsPerSecond };
  }
}

export const telling = new Telling();

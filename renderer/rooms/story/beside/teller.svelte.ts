import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { Sampling, StorySummary } from '../../../../electron/contract/story.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { Telling } from '../../../state/telling.svelte.ts';
import { CopiedCheck } from '../copied-check.svelte.ts';
import { PromptCheck } from '../prompt/prompt-check.svelte.ts';

/** One of those that tell the same line: its model, what it told last, and how it reads the line. */
export class Teller {
  readonly id: string;
  readonly telling = new Telling();
  readonly copied = new CopiedCheck((corpus) => corpora.byId(corpus)?.name);
  readonly check = new PromptCheck();
  #waits = $state(false);
  #turn = 0;
  readonly #deafen: () => void;

  constructor(id: string) {
    this.id = id;
    this.#deafen = this.telling.listen();
  }

  /** Undefined once it was deleted. */
  get model(): ModelCard | undefined {
    return models.byId(this.id);
  }

  /** Another one tells first. */
  get waits(): boolean {
    return this.#waits;
  }

  /** What the list says of its story. */
  get story(): StorySummary | undefined {
    const { story } = this.telling;
    return story && 'id' in story ? stories.byId(story.id) : undefined;
  }

  /** An empty page until its turn comes. */
  wait(): void {
    this.telling.clear();
    this.copied.clear();
    this.#waits = true;
  }

  /** Tells, with those stand-ins alone whose words it does not know. What goes wrong is its own. */
  async tell(line: string, sampling: Sampling): Promise<void> {
    this.#waits = false;
    const turn = ++this.#turn;
    const standIns = await this.check.standInsFor(this.id, line, sampling);
    // left off before it began
    if (turn !== this.#turn) return;
    await this.telling.tell(this.id, line, { ...sampling, standIns });
  }

  /** Looks up what of its story is copied. */
  async look(): Promise<void> {
    if (this.telling.story && this.model) await this.copied.look(this.telling.story);
  }

  /** Leaves off; what was told stays. */
  async stop(): Promise<void> {
    this.#turn++;
    this.#waits = false;
    await this.telling.stop();
  }

  /** It is taken from the page. */
  leave(): void {
    void this.stop();
    this.#deafen();
  }
}

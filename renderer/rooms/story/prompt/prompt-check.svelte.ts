import { normalPrompt, readWords, type ReadWord } from '../../../../electron/contract/read-words.ts';
import type { PromptSymbol, Sampling } from '../../../../electron/contract/story.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';

const PAUSE = 200;

/** How the model sees the first line, looked up whenever the writing pauses. */
export class PromptCheck {
  #text = $state('');
  #symbols = $state.raw<readonly PromptSymbol[]>([]);
  #asked = '';
  #looking: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The words that the model does not know; none while what is written is not looked up yet. */
  unknown(text: string, how: Pick<Sampling, 'unknown' | 'standIns'>): readonly ReadWord[] {
    return normalPrompt(text) === this.#text ? readWords(this.#text, this.#symbols, how) : [];
  }

  /** Looks a first line up, soon. */
  watch(model: string, text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(model, text), PAUSE);
  }

  /** The stand-ins of those words alone that the model does not know. */
  async standInsFor(model: string, text: string, sampling: Sampling): Promise<Sampling['standIns']> {
    await this.look(model, text);
    const there = this.unknown(text, sampling).map(({ word }) => word);
    return Object.fromEntries(Object.entries(sampling.standIns).filter(([word]) => there.includes(word)));
  }

  /** Looks a first line up at once. */
  async look(model: string, text: string): Promise<void> {
    clearTimeout(this.#timer);
    const normal = normalPrompt(text);
    const asked = `${model}\n${normal}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#looking = this.#ask(model, normal, asked);
    }
    await this.#looking;
  }

  async #ask(model: string, normal: string, asked: string): Promise<void> {
    const symbols = normal.trim() ? await trouble.guard(() => stories.prompt(model, normal)) : [];
    if (asked !== this.#asked) return;
    if (!symbols) {
      this.#asked = '';
      return;
    }
    this.#text = normal;
    this.#symbols = symbols;
  }
}

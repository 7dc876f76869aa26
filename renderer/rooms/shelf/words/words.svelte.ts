import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { Neighbours, WordMap } from '../../../../electron/contract/word-vectors.ts';
import { models } from '../../../state/models.svelte.ts';

/** Symbols of a map. */
export const MAPPED = 200;
const NEAREST = 8;

/** A word worth beginning with: one that means something, as far as its length and its rank tell. */
function opening({ points }: WordMap): string | undefined {
  const long = points.filter(({ symbol }) => /^\s*\p{L}{4,}$/u.test(symbol));
  const found = long[long.length >> 1] ?? points.find(({ symbol }) => /\p{L}/u.test(symbol)) ?? points[0];
  return found?.symbol;
}

/** What a model has learnt of its words: which lie near one, and how the most frequent lie to each other. */
export class Words {
  readonly model: string;
  #map = $state.raw<WordMap | undefined>();
  #near = $state.raw<Neighbours | undefined>();
  #word = $state('');
  #error = $state.raw<PlainError | undefined>();
  #asked = 0;

  constructor(model: string) {
    this.model = model;
  }

  get map(): WordMap | undefined {
    return this.#map;
  }
  /** whether somebody counted the symbols: other programs' vocabularies only number them */
  get isCounted(): boolean {
    return this.#map?.points.some(({ times }) => times > 0) ?? true;
  }
  /** of the word asked about last, once it is answered */
  get near(): Neighbours | undefined {
    return this.#near;
  }
  /** the word asked about, as it was written or as the model knows it */
  get word(): string {
    return this.#word;
  }
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** Reads the map, and looks at one of its words. */
  async open(): Promise<void> {
    try {
      this.#map = await models.map(this.model, MAPPED);
    } catch (thrown) {
      this.#error = toPlainError(thrown);
      return;
    }
    const word = opening(this.#map);
    if (word !== undefined && this.#word === '') await this.look(word);
  }

  /** Asks for the words nearest to one; the last word asked about wins. */
  async look(word: string): Promise<void> {
    const asked = ++this.#asked;
    this.#word = word;
    try {
      const near = await models.neighbours(this.model, word, NEAREST);
      if (asked === this.#asked) [this.#near, this.#error] = [near, undefined];
    } catch (thrown) {
      if (asked === this.#asked) this.#error = toPlainError(thrown);
    }
  }
}

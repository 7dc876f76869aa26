import { cutText } from '../../../contract/limits.ts';
import { EXAMPLES, LONGEST_EXAMPLE, type Example } from '../../../contract/preparation.ts';

/** Units of a line that are shown before the place where it changes. */
const LEAD = 40;

/** Both sides of a change from shortly before the place where they part, at most LONGEST_EXAMPLE units each. */
function shown(before: string, after: string): Example {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = same <= LEAD ? 0 : before.lastIndexOf(' ', same - LEAD) + 1 || same - LEAD;
  const side = (text: string) =>
    cutText((from > 0 ? '…' : '') + text.slice(from, from + LONGEST_EXAMPLE + 1), LONGEST_EXAMPLE);
  return { before: side(before), after: side(after) };
}

/** Places that are looked at for an example: where all are alike, there is no second one. */
const MOST_TRIED = 1_000;

/** Counts what a step does, and keeps the first things it did that differ. */
export class Tally {
  places = 0;
  /** UTF-16 units left out or changed */
  characters = 0;
  /** for how much of the text what is counted now stands: 0 where it is looked at for what is rare alone */
  weight = 1;
  /** what is counted now is of a sample, which stands for as much as its share of the text will be */
  isSample = false;
  readonly #weighed = { places: 0, characters: 0 };
  readonly #sampled = { places: 0, characters: 0 };
  readonly examples: Example[] = [];
  #tried = 0;

  /** Whether examples are still wanted: making one up for every place would cost more than finding it. */
  get wantsExamples(): boolean {
    return this.examples.length < EXAMPLES && this.#tried < MOST_TRIED;
  }

  /** What all of the text would come to. @param factor how much of it a sample stands for */
  estimate(factor: number): { places: number; characters: number } {
    return {
      places: this.#weighed.places + factor * this.#sampled.places,
      characters: this.#weighed.characters + factor * this.#sampled.characters,
    };
  }

  /** Counts places that nobody is shown. */
  count(characters: number, places = 1): void {
    this.places += places;
    this.characters += characters;
    const into = this.isSample ? this.#sampled : this.#weighed;
    into.places += places * this.weight;
    into.characters += characters * this.weight;
  }

  /** @param after what stands there then; empty where it is left out */
  note(characters: number, before: string, after: string, places = 1): void {
    this.count(characters, places);
    if (!this.wantsExamples) return;
    this.#tried++;
    const example = shown(before, after);
    if (this.examples.every((other) => other.before !== example.before)) this.examples.push(example);
  }
}

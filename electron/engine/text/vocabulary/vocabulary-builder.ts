import { vocabularyProblem } from '../../../advice/before-training.ts';
import type { CutSymbols } from './cut-text.ts';
import { IdList, Numbering } from './id-list.ts';
import { LetterModel } from './letter-model.ts';
import { SymbolTable } from './symbol-table.ts';
import type { SymbolSink } from '../tokenizers/tokenizer.ts';
import { UnknownSymbols, type NumberedText } from './unknown-symbols.ts';
import { UNKNOWN, Vocabulary, type TokenizerSettings, type VocabularyLimits } from './vocabulary.ts';

const HALF = 0xffff;

/** Counts symbols as they come and keeps their order; the ids are settled when all have come. */
export class VocabularyBuilder {
  readonly #table = new SymbolTable();
  readonly #order = new IdList();
  readonly #spelling = new Set<number>();
  readonly #kept = new Set<number>();
  /** our numbers of symbols by those of each who cuts some of the text */
  readonly #numberings = new Map<string, Numbering>();

  /** Takes one symbol of the text. */
  readonly add: SymbolSink = (text, start, end) => {
    this.#order.push(this.#table.add(text, start, end));
  };

  /**
   * Takes symbols that were numbered by somebody else.
   * @param cutter who: all of one must come in the order in which they were cut
   */
  append({ numbers, fresh }: CutSymbols, cutter: string): void {
    const numbering = this.#numberings.get(cutter) ?? new Numbering();
    this.#numberings.set(cutter, numbering);
    for (const symbol of fresh) numbering.push(this.#numberOf(symbol));
    this.#order.append(numbers, numbering);
  }

  /** Has a symbol among the known ones, as far as their number goes, however seldom it was taken: words are spelt out of it. */
  know(symbol: string): void {
    this.#spelling.add(this.#numberOf(symbol));
  }

  /** Has a symbol among the known ones whatever the limits are: a base model knows it. */
  keep(symbol: string): void {
    this.#kept.add(this.#numberOf(symbol));
  }

  #numberOf(symbol: string): number {
    const number = this.#table.add(symbol, 0, symbol.length);
    this.#table.counts[number]--;
    return number;
  }

  /** Symbols taken so far. */
  get length(): number {
    return this.#order.length;
  }

  /**
   * The vocabulary of all symbols taken, their ids in order, and those of them that are not in it, by whose letters it
   * tells what such cost. The builder is empty afterwards.
   * @param shared the ids are in memory that other threads may read, too
   * @throws AesopError `minimum-count-high`, `vocabulary-limit-low` where the limits leave nothing to predict
   */
  build(
    settings: TokenizerSettings,
    { vocabularyLimit = 0, minimumCount = 1, shared }: VocabularyLimits & { shared?: boolean } = {},
  ): NumberedText {
    const { size, counts } = this.#table;
    for (const numbering of this.#numberings.values()) {
      const { length, numbers, counts: taken } = numbering;
      for (let number = 0; number < length; number++) counts[numbers[number]] += taken[number];
    }
    const symbols = this.#table.symbols();
    const numbers = byFallingCount(counts.subarray(0, size));
    // in texts of the first cut, `<unk>` is our own mark
    const own = numbers.filter((number) => settings.cut !== 1 || symbols[number] !== UNKNOWN);
    const first = Array.from(own.subarray(0, 2), (number) => counts[number]);
    const problem = vocabularyProblem({ minimumCount, vocabularyLimit }, own.length, first);
    if (problem && this.#kept.size < 2) throw problem;
    const most = vocabularyLimit || Infinity;
    const isKept = (number: number) => this.#kept.has(number);
    const known = own
      .filter((number) => counts[number] >= minimumCount || this.#spelling.has(number) || isKept(number))
      .filter((number, rank) => rank < most || isKept(number));
    const target = new Uint32Array(size).fill(known.length);
    known.forEach((number, id) => (target[number] = id));
    const names = Array.from(known, (number) => symbols[number]);
    const knownCounts = known.map((number) => counts[number]);
    if (known.length === size) {
      const vocabulary = new Vocabulary(settings, names, knownCounts);
      return { vocabulary, ids: this.#order.drain(target, vocabulary.size, shared), unknown: new UnknownSymbols() };
    }
    const others = numbers.filter((number) => target[number] === known.length);
    const places = others.reduce((sum, number) => sum + counts[number], 0);
    const letters = LetterModel.of(Array.from(others, (number) => [symbols[number], counts[number]]));
    const vocabulary = new Vocabulary(
      settings,
      [...names, UNKNOWN],
      [...knownCounts, places],
      true,
      undefined,
      letters,
    );
    const found = this.#order.select(target, known.length, places);
    const spelt = new Map(Array.from(others, (number) => [number, symbols[number]]));
    const unknown = new UnknownSymbols(found.places, found.numbers, spelt);
    return { vocabulary, ids: this.#order.drain(target, vocabulary.size, shared), unknown };
  }
}

/** The numbers of counts, highest first, ties in their order. */
function byFallingCount(counts: Uint32Array): Uint32Array {
  let order = new Uint32Array(counts.length);
  for (let number = 0; number < order.length; number++) order[number] = number;
  let sorted = new Uint32Array(counts.length);
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  // by their lower halves, then by their upper ones: quicker than comparing, and as stable
  for (const shift of highest > HALF ? [0, 16] : [0]) {
    const ends = new Uint32Array(HALF + 2);
    for (let number = 0; number < counts.length; number++) ends[((~counts[number] >>> shift) & HALF) + 1]++;
    for (let at = 1; at < ends.length; at++) ends[at] += ends[at - 1];
    for (let at = 0; at < order.length; at++) sorted[ends[(~counts[order[at]] >>> shift) & HALF]++] = order[at];
    [order, sorted] = [sorted, order];
  }
  return order;
}

import { IdList } from '../../vocabulary/id-list.ts';
import { SymbolTable } from '../../vocabulary/symbol-table.ts';
import type { VocabularyLimits } from '../../vocabulary/vocabulary.ts';
import type { VocabularyBuilder } from '../../vocabulary/vocabulary-builder.ts';
import type { SymbolSink } from '../tokenizer.ts';
import { characterCounts, learnPieces } from './learn-pieces.ts';
import { PieceCutter } from './subwords.ts';

/** The fewest and the most pieces that are proposed for a text. */
const FEWEST = 1024;
const MOST = 32_768;
/** Characters of text for each piece. */
const TEXT_OF_A_PIECE = 500;

/** Pieces beside the characters that suit a text of that many characters: a power of two. */
export function proposedPieces(characters: number): number {
  const wanted = 2 ** Math.round(Math.log2(Math.max(1, characters / TEXT_OF_A_PIECE)));
  return Math.min(MOST, Math.max(FEWEST, wanted));
}

/** Takes the stretches of a text as they come; its pieces are learnt when all have come. */
export class SubwordBuilder {
  readonly #table = new SymbolTable();
  readonly #order = new IdList();
  #characters = 0;

  /** Takes one stretch of the text. */
  readonly add: SymbolSink = (text, start, end) => {
    this.#order.push(this.#table.add(text, start, end));
    this.#characters += end - start;
  };

  /** Stretches taken so far. */
  get length(): number {
    return this.#order.length;
  }

  /**
   * Learns the pieces, and hands the text over in them; this builder is empty afterwards.
   * @param limits of a vocabulary: `vocabularyLimit` counts characters and pieces together, 0 for what suits the text
   * @param starts the first stretch of each source of the text
   * @returns the first piece of each
   */
  pour(
    { vocabularyLimit = 0, minimumCount = 1 }: VocabularyLimits,
    into: VocabularyBuilder,
    starts: readonly number[] = [],
  ): number[] {
    const { size, counts } = this.#table;
    const stretches = this.#table.symbols();
    const characters = characterCounts(stretches, counts);
    const pieces = vocabularyLimit > 0 ? vocabularyLimit - characters.size : proposedPieces(this.#characters);
    const cutter = new PieceCutter(learnPieces(stretches, counts, { most: Math.max(0, pieces), minimumCount }));
    const cuts = new Map<number, Uint8Array>();
    const cutOf = (number: number) => {
      const known = cuts.get(number);
      if (known) return known;
      const cut = cutter.cut(stretches[number]);
      // most stretches of a long text come once
      if (counts[number] > 1) cuts.set(number, cut);
      return cut;
    };
    const first: number[] = [];
    const order = this.#order.drain(Uint32Array.from(stretches.keys()), size);
    for (const [taken, number] of order.entries()) {
      while (starts[first.length] === taken) first.push(into.length);
      const stretch = stretches[number];
      let at = 0;
      for (const length of cutOf(number)) into.add(stretch, at, (at += length));
    }
    for (const [character, count] of characters) if (count >= minimumCount) into.know(character);
    while (first.length < starts.length) first.push(into.length);
    return first;
  }
}

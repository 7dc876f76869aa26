import { AesopError } from '../../../contract/errors.ts';
import { CUT, type TokenizerName } from '../../../contract/corpus.ts';
import { parseFile, versionOf } from '../../../contract/file-formats.ts';
import { vocabularyFileSchema, type Letters, type VocabularyFile } from '../../../contract/model.ts';
import { LetterModel } from './letter-model.ts';

/** How the mark for every symbol that is not in the vocabulary is shown. A text may hold a word that looks the same. */
export const UNKNOWN = '<unk>';

export interface VocabularyLimits {
  /** the most symbols to know, besides `<unk>`; 0 for all */
  vocabularyLimit?: number;
  /** symbols that occur less often are not known */
  minimumCount?: number;
}

/** How a text was cut into the symbols of a vocabulary. */
export interface TokenizerSettings {
  tokenizer: TokenizerName;
  lowercase: boolean;
  /** by whose rules, where those are not the rules of all */
  language?: string;
  /** today's without one */
  cut?: number;
}

function spelt(letters: Letters, damaged: (detail: string) => AesopError): LetterModel {
  try {
    return new LetterModel(letters);
  } catch (thrown) {
    throw damaged(String(thrown));
  }
}

/**
 * Symbols by falling count, ties by first appearance, as Python's Counter.most_common lists them; a symbol's index is
 * its id. What is not among them is `<unk>`, which comes last and is there only where something is not known.
 */
export class Vocabulary implements TokenizerSettings {
  readonly tokenizer: TokenizerName;
  readonly lowercase: boolean;
  readonly language: string | undefined;
  readonly cut: number;
  readonly symbols: readonly string[];
  readonly counts: Uint32Array;
  readonly unknownId: number | undefined;
  readonly icu: string;
  readonly #letters: LetterModel | undefined;
  #known: Map<string, number> | undefined;

  /**
   * @param symbols by id; the mark `<unk>` only as the last
   * @param marked whether the last one is the mark
   * @param letters how the symbols are spelt for which it stands
   */
  constructor(
    settings: TokenizerSettings,
    symbols: readonly string[],
    counts: ArrayLike<number>,
    marked = false,
    icu = process.versions.icu ?? '',
    letters?: LetterModel,
  ) {
    this.tokenizer = settings.tokenizer;
    this.lowercase = settings.lowercase;
    this.language = settings.language;
    this.cut = settings.cut ?? CUT;
    this.symbols = symbols;
    this.counts = Uint32Array.from(counts);
    this.icu = icu;
    this.#letters = letters;
    this.unknownId = marked ? symbols.length - 1 : undefined;
  }

  /** Ids by symbols, made when first asked for: who only counts a text never asks. */
  get #ids(): Map<string, number> {
    if (this.#known) return this.#known;
    this.#known = new Map();
    for (let id = 0; id < (this.unknownId ?? this.symbols.length); id++) this.#known.set(this.symbols[id], id);
    return this.#known;
  }

  /** Number of ids, `<unk>` included: the width of a model's output. */
  get size(): number {
    return this.symbols.length;
  }

  /** All symbols but the mark `<unk>`, by id. */
  known(): readonly string[] {
    return this.symbols.slice(0, this.unknownId);
  }

  /** Id of a known symbol; undefined for all others. */
  id(symbol: string): number | undefined {
    return this.#ids.get(symbol);
  }

  /** The symbol of an id. */
  symbol(id: number): string {
    return this.symbols[id];
  }

  /**
   * Bits that the letters of a symbol cost which is not in the vocabulary, beside what its `<unk>` costs.
   * @returns undefined where it has no `<unk>`, or is of a time when letters were not counted
   */
  spellingBits(symbol: string): number | undefined {
    return this.#letters?.bits(symbol);
  }

  /** vocabulary.json of a model. */
  toJSON(): VocabularyFile {
    const { tokenizer, lowercase, language, cut, symbols, counts, unknownId, icu } = this;
    return {
      version: versionOf('vocabulary'),
      tokenizer,
      lowercase,
      language,
      cut,
      symbols: [...symbols],
      counts: [...counts],
      unknownId,
      ...(this.#letters && { letters: this.#letters.toJSON() }),
      icu,
    };
  }

  /**
   * A vocabulary out of its JSON.
   * @param id the model it belongs to, for errors
   * @throws AesopError model-newer, model-damaged
   */
  static fromJSON(json: unknown, id = ''): Vocabulary {
    const file = 'vocabulary.json';
    const damaged = (detail: string) => new AesopError('model-damaged', { id, file }, detail);
    const parsed = parseFile(json, 'vocabulary', vocabularyFileSchema, file);
    if (!parsed.success) throw damaged(parsed.error.message);
    const { symbols, counts, unknownId, letters, icu } = parsed.data;
    if (!symbols.length || symbols.length !== counts.length) throw damaged('symbols and counts differ in number');
    const marked = unknownId !== undefined;
    if (marked && (unknownId !== symbols.length - 1 || symbols[unknownId] !== UNKNOWN))
      throw damaged('<unk> is not the last');
    if (letters && !marked) throw damaged('letters without <unk>');
    const spelling = letters && spelt(letters, damaged);
    const vocabulary = new Vocabulary(parsed.data, symbols, counts, marked, icu, spelling);
    if (vocabulary.#ids.size !== symbols.length - (marked ? 1 : 0)) throw damaged('a symbol stands twice');
    if (parsed.data.cut === 1 && vocabulary.#ids.has(UNKNOWN)) throw damaged('<unk> is no word of that cut');
    return vocabulary;
  }
}

import { AesopError } from '../../../contract/errors.ts';
import type { TokenizerName } from '../../../contract/corpus.ts';
import { parseFile, versionOf } from '../../../contract/file-formats.ts';
import { vocabularyFileSchema, type VocabularyFile } from '../../../contract/model.ts';

/** Stands for every symbol that is not in the vocabulary. Where a text holds this very symbol, it means the same. */
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
}

/**
 * Symbols by falling count, ties by first appearance, as Python's Counter.most_common lists them; a symbol's index is
 * its id. What is not among them is `<unk>`, which comes last and is there only where something is not known.
 */
export class Vocabulary implements TokenizerSettings {
  readonly tokenizer: TokenizerName;
  readonly lowercase: boolean;
  readonly symbols: readonly string[];
  readonly counts: Uint32Array;
  readonly unknownId: number | undefined;
  readonly icu: string;
  readonly #ids: Map<string, number>;

  /** @param symbols by id; `<unk>` only as the last */
  constructor(
    settings: TokenizerSettings,
    symbols: readonly string[],
    counts: ArrayLike<number>,
    icu = process.versions.icu ?? '',
  ) {
    this.tokenizer = settings.tokenizer;
    this.lowercase = settings.lowercase;
    this.symbols = symbols;
    this.counts = Uint32Array.from(counts);
    this.icu = icu;
    this.unknownId = symbols.at(-1) === UNKNOWN ? symbols.length - 1 : undefined;
    this.#ids = new Map();
    for (let id = 0; id < symbols.length; id++) this.#ids.set(symbols[id], id);
    this.#ids.delete(UNKNOWN);
  }

  /** Number of ids, `<unk>` included: the width of a model's output. */
  get size(): number {
    return this.symbols.length;
  }

  /** Id of a known symbol; undefined for all others, `<unk>` included. */
  id(symbol: string): number | undefined {
    return this.#ids.get(symbol);
  }

  /** The symbol of an id. */
  symbol(id: number): string {
    return this.symbols[id];
  }

  /** vocabulary.json of a model. */
  toJSON(): VocabularyFile {
    const { tokenizer, lowercase, symbols, counts, unknownId, icu } = this;
    return {
      version: versionOf('vocabulary'),
      tokenizer,
      lowercase,
      symbols: [...symbols],
      counts: [...counts],
      unknownId,
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
    const { symbols, counts, unknownId, icu } = parsed.data;
    const known = symbols.indexOf(UNKNOWN);
    if (!symbols.length || symbols.length !== counts.length) throw damaged('symbols and counts differ in number');
    if (known !== (unknownId ?? -1) || (known >= 0 && known < symbols.length - 1))
      throw damaged('<unk> is not the last');
    const vocabulary = new Vocabulary(parsed.data, symbols, counts, icu);
    if (vocabulary.#ids.size !== symbols.length - (known < 0 ? 0 : 1)) throw damaged('a symbol stands twice');
    return vocabulary;
  }
}

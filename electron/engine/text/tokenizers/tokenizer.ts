import type { TokenizerName } from '../../../contract/corpus.ts';
import { normalizeText } from '../encodings/normalize.ts';

/**
 * Takes one symbol: `text.slice(start, end)`. A sink that only counts never has to make the string.
 * @param at where the symbol stands in the text that is cut, where that is not `start`
 */
export type SymbolSink = (text: string, start: number, end: number, at?: number) => void;

/** What the last symbol leaves for the next one to know; one object goes through all pieces of a text. */
export interface Left {
  /** whether it asks for a space behind it */
  asks: boolean;
  /** whether it is nothing that a quote could close: a line end, a blank, a bracket or quote that opens */
  opens: boolean;
}

/** Makes small letters of a text. */
export type Lower = (text: string) => string;

/** How a text is cut into symbols, and put together again. */
export interface Tokenizer {
  name: TokenizerName;
  /** what makes small letters of a text before it is cut; without it, capitals stay */
  lower?: Lower;
  /** whether each line is cut as if the text began with it */
  byLines: boolean;
  /**
   * Hands the symbols of `text` to `sink`, in order.
   * @param final whether the text ends here; otherwise symbols that what follows could change are left
   * @param left what the piece before has left; without one, the text begins here
   * @returns index behind the last symbol handed over, from where to go on
   */
  scan(text: string, final: boolean, sink: SymbolSink, left?: Left): number;
  /** The symbols of a whole text, which is normalised first. */
  encode(text: string): string[];
  /** What stands between symbols that are written one behind the other. */
  separator: string;
  /**
   * A symbol as it is written behind another.
   * @param before the symbol before it; none where the text begins
   */
  written(symbol: string, before?: string): string;
  /** The symbols that could be written so behind another, the likeliest first. */
  formsOf(written: string, before?: string): string[];
  /**
   * The text that symbols stand for.
   * @param before the symbol that they stand behind
   */
  join(symbols: readonly string[], before?: string): string;
}

/** A tokenizer out of its scanner and how its symbols are written: as they are unless said otherwise. */
export function tokenizer(
  name: TokenizerName,
  lower: Lower | undefined,
  scan: Tokenizer['scan'],
  {
    separator = '',
    written = (symbol) => symbol,
    formsOf = (text) => [text],
    byLines = false,
  }: Partial<Pick<Tokenizer, 'separator' | 'written' | 'formsOf' | 'byLines'>> = {},
): Tokenizer {
  return {
    name,
    lower,
    byLines,
    scan,
    separator,
    written,
    formsOf,
    encode(text) {
      const symbols: string[] = [];
      const normal = normalizeText(text);
      scan(lower ? lower(normal) : normal, true, (whole, start, end) => symbols.push(whole.slice(start, end)));
      return symbols;
    },
    join: (symbols, before) =>
      symbols.map((symbol, at) => written(symbol, at > 0 ? symbols[at - 1] : before)).join(separator),
  };
}

/** U+FEFF is white space to a pattern but, to the rule of the final sigma, nothing at all. */
const SPACE_BEFORE_END = /[^\S\ufeff][\S\ufeff]*$/;
/** Characters without a space after which a piece is lower-cased as it stands. */
const LONGEST_WORD = 10_000;

/** Cuts a normalised text that comes in pieces; the symbols are those of the whole text, wherever the pieces end. */
export class SymbolStream {
  readonly #tokenizer: Tokenizer;
  readonly #sink: SymbolSink;
  readonly #left: Left = { asks: false, opens: true };
  #unlowered = '';
  #rest = '';
  #wait = 0;

  constructor(tokenizer: Tokenizer, sink: SymbolSink) {
    this.#tokenizer = tokenizer;
    this.#sink = sink;
  }

  push(piece: string) {
    const more = this.#tokenizer.lower ? this.#lowered(piece, this.#tokenizer.lower) : piece;
    // unlike a sum, what is joined lies in one stretch of memory, of which each character is read a third quicker
    this.#rest = [this.#rest, more].join('');
    // a symbol longer than all pieces so far is looked at again only when there is twice as much of it
    if (this.#rest.length < this.#wait) return;
    const consumed = this.#tokenizer.scan(this.#rest, false, this.#sink, this.#left);
    this.#rest = this.#rest.slice(consumed);
    this.#wait = 2 * this.#rest.length;
  }

  end() {
    this.#tokenizer.scan(this.#rest + (this.#tokenizer.lower?.(this.#unlowered) ?? ''), true, this.#sink, this.#left);
    this.#rest = this.#unlowered = '';
  }

  /** Lower case depends on the whole word (the Greek final sigma), so a piece's last word waits for the next piece. */
  #lowered(piece: string, lower: Lower): string {
    const text = this.#unlowered + piece;
    const word = SPACE_BEFORE_END.exec(text.slice(-LONGEST_WORD))?.[0].length;
    const tail = word ?? (text.length < LONGEST_WORD ? text.length : 0);
    this.#unlowered = tail ? text.slice(-tail) : '';
    return lower(tail ? text.slice(0, -tail) : text);
  }
}

import type { TokenizerName } from '../../../contract/corpus.ts';
import { normalizeText } from '../encodings/normalize.ts';

/** Takes one symbol: `text.slice(start, end)`. A sink that only counts never has to make the string. */
export type SymbolSink = (text: string, start: number, end: number) => void;

/** How a text is cut into symbols, and put together again. */
export interface Tokenizer {
  name: TokenizerName;
  /** symbols are lower-cased first, by the rules of no particular language */
  lowercase: boolean;
  /**
   * Hands the symbols of `text` to `sink`, in order.
   * @param final whether the text ends here; otherwise symbols that what follows could change are left
   * @returns index behind the last symbol handed over, from where to go on
   */
  scan(text: string, final: boolean, sink: SymbolSink): number;
  /** The symbols of a whole text, which is normalised first. */
  encode(text: string): string[];
  /** The text that symbols stand for. */
  join(symbols: readonly string[]): string;
}

/** A tokenizer out of its scanner and what joins symbols. */
export function tokenizer(
  name: TokenizerName,
  lowercase: boolean,
  scan: Tokenizer['scan'],
  separator: string,
): Tokenizer {
  return {
    name,
    lowercase,
    scan,
    encode(text) {
      const symbols: string[] = [];
      const normal = normalizeText(text);
      scan(lowercase ? normal.toLowerCase() : normal, true, (whole, start, end) =>
        symbols.push(whole.slice(start, end)),
      );
      return symbols;
    },
    join: (symbols) => symbols.join(separator),
  };
}

const SPACE_BEFORE_END = /\s\S*$/;
/** Characters without a space after which a piece is lower-cased as it stands. */
const LONGEST_WORD = 10_000;

/** Cuts a normalised text that comes in pieces; the symbols are those of the whole text, wherever the pieces end. */
export class SymbolStream {
  readonly #tokenizer: Tokenizer;
  readonly #sink: SymbolSink;
  #unlowered = '';
  #rest = '';
  #wait = 0;

  constructor(tokenizer: Tokenizer, sink: SymbolSink) {
    this.#tokenizer = tokenizer;
    this.#sink = sink;
  }

  push(piece: string) {
    this.#rest += this.#tokenizer.lowercase ? this.#lower(piece) : piece;
    // a symbol longer than all pieces so far is looked at again only when there is twice as much of it
    if (this.#rest.length < this.#wait) return;
    const consumed = this.#tokenizer.scan(this.#rest, false, this.#sink);
    this.#rest = this.#rest.slice(consumed);
    this.#wait = 2 * this.#rest.length;
  }

  end() {
    this.#tokenizer.scan(this.#rest + this.#unlowered.toLowerCase(), true, this.#sink);
    this.#rest = this.#unlowered = '';
  }

  /** Lower case depends on the whole word (the Greek final sigma), so a piece's last word waits for the next piece. */
  #lower(piece: string): string {
    const text = this.#unlowered + piece;
    const tail = SPACE_BEFORE_END.exec(text.slice(-LONGEST_WORD))?.[0].length ?? 0;
    this.#unlowered = tail ? text.slice(-tail) : '';
    return (tail ? text.slice(0, -tail) : text).toLowerCase();
  }
}

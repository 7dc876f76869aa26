import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import { createTokenizer } from '../tokenizers/tokenizers.ts';
import { WordsMachine } from './compiled/words-machine.ts';
import type { TokenizerSettings } from './vocabulary.ts';

/** The symbols of whole lines of a text, cut and numbered by somebody else than who counts all of it. */
export interface CutSymbols {
  /** in order, numbered by whoever cut them, by first appearance */
  readonly numbers: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** those that appear here for the first time: the next numbers */
  readonly fresh: readonly string[];
}

export interface CutText extends CutSymbols {
  readonly text: string;
}

/** Distinct symbols from which on no more is cut: who counts all holds them, too, and texts can be made of nothing but new ones. */
const MOST_SYMBOLS = 1_000_000;

/** Cuts whole lines of a long text, and leaves what each is to who counts them. */
export class LinesCutter {
  readonly #tokenizer: Tokenizer;
  readonly #machine = new WordsMachine();

  /** @param settings of a tokenizer that cuts by lines */
  constructor(settings: TokenizerSettings) {
    this.#tokenizer = createTokenizer(settings.tokenizer, settings);
  }

  /**
   * @param text whole lines
   * @returns nothing where so many symbols are known that no more are taken
   */
  cut(text: string): CutSymbols | undefined {
    const machine = this.#machine;
    const known = machine.size;
    if (known > MOST_SYMBOLS) return undefined;
    const lines = this.#tokenizer.lower?.(text) ?? text;
    machine.load(lines);
    for (let at = 0; at < lines.length;) {
      const untold = machine.firstUntold(at);
      const line = untold < lines.length ? beginOfLine(lines, untold) : lines.length;
      if (line > at) machine.cut(at, line);
      at = untold < lines.length ? this.#cutByTokenizer(lines, line, untold) : line;
    }
    return { numbers: machine.numbers(), fresh: machine.symbols(known) };
  }

  /** Cuts the lines from one on in each of which there is something that the machine cannot tell. @returns where they end */
  #cutByTokenizer(lines: string, from: number, untold: number): number {
    const machine = this.#machine;
    let end = from;
    for (let next = untold; next < lines.length && beginOfLine(lines, next) === end; next = machine.firstUntold(end))
      end = lines.indexOf('\n', next) + 1;
    this.#tokenizer.scan(lines.slice(from, end), true, (text, start, behind) => machine.add(text, start, behind));
    return end;
  }
}

const beginOfLine = (lines: string, at: number) => lines.lastIndexOf('\n', at) + 1;

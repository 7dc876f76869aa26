import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import { WordsMachine } from './compiled/words-machine.ts';

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

  /** @param tokenizer `words`, whose symbols these are */
  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** Whether it is quicker than the tokenizer alone, which would have to cut most of such lines. */
  isQuickFor(lines: string): boolean {
    const machine = this.#machine;
    machine.load(lines);
    let told = 0;
    for (let at = 0; at < lines.length;) {
      const untold = machine.firstUntold(at);
      const line = untold < lines.length ? beginOfLine(lines, untold) : lines.length;
      told += line - at;
      at = untold < lines.length ? lines.indexOf('\n', untold) + 1 : line;
    }
    return 2 * told > lines.length;
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
    const stretch = lines.slice(from, end);
    this.#tokenizer.scan(stretch, true, (text, start, behind) => {
      if (text === stretch) machine.take(from + start, from + behind);
      else machine.add(text.slice(start, behind));
    });
    return end;
  }
}

const beginOfLine = (lines: string, at: number) => lines.lastIndexOf('\n', at) + 1;

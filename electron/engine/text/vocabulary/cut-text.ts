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
  /** none from where its memory could not be had on, or more symbols are known than are taken */
  #machine = orNone(() => new WordsMachine());

  /** @param tokenizer `words`, whose symbols these are */
  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** Whether it is quicker than the tokenizer alone, which would have to cut most of such lines. */
  isQuickFor(lines: string): boolean {
    const told = orNone(() => this.#told(lines));
    return told !== undefined && 2 * told > lines.length;
  }

  /** Units of lines that need no dictionary. */
  #told(lines: string): number {
    const machine = this.#machine;
    if (!machine) return 0;
    machine.load(lines);
    let told = 0;
    for (let at = 0; at < lines.length;) {
      const untold = machine.firstUntold(at);
      const line = untold < lines.length ? beginOfLine(lines, untold) : lines.length;
      told += line - at;
      at = untold < lines.length ? lines.indexOf('\n', untold) + 1 : line;
    }
    return told;
  }

  /**
   * @param text whole lines
   * @returns nothing where so many symbols are known that no more are taken, or memory for them cannot be had: from then on
   */
  cut(text: string): CutSymbols | undefined {
    const machine = this.#machine;
    const cut = machine && machine.size <= MOST_SYMBOLS ? orNone(() => this.#cut(text, machine)) : undefined;
    if (!cut) this.#machine = undefined;
    return cut;
  }

  #cut(text: string, machine: WordsMachine): CutSymbols {
    const known = machine.size;
    const lines = this.#tokenizer.lower?.(text) ?? text;
    machine.load(lines);
    for (let at = 0; at < lines.length;) {
      const untold = machine.firstUntold(at);
      const line = untold < lines.length ? beginOfLine(lines, untold) : lines.length;
      if (line > at) machine.cut(at, line);
      at = untold < lines.length ? this.#cutByTokenizer(lines, line, untold, machine) : line;
    }
    return { numbers: machine.numbers(), fresh: machine.symbols(known) };
  }

  /** Cuts the lines from one on in each of which there is something that the machine cannot tell. @returns where they end */
  #cutByTokenizer(lines: string, from: number, untold: number, machine: WordsMachine): number {
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

/** What is made, unless memory cannot be had for it or this processor's WebAssembly knows no vectors: the tokenizer needs neither. */
function orNone<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof RangeError || thrown instanceof WebAssembly.CompileError) return undefined;
    throw thrown;
  }
}

const beginOfLine = (lines: string, at: number) => lines.lastIndexOf('\n', at) + 1;

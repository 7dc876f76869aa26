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
    const machine = this.#machine;
    const told = machine && orNone(() => toldUnits(machine, lines));
    return told !== undefined && 2 * told > lines.length;
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
    for (const { from, to, isTold } of stretches(machine, lines))
      if (isTold) machine.cut(from, to);
      else this.#cutByTokenizer(machine, lines.slice(from, to), from);
    return { numbers: machine.numbers(), fresh: machine.symbols(known) };
  }

  /** @param from where the stretch begins in what the machine has loaded */
  #cutByTokenizer(machine: WordsMachine, stretch: string, from: number): void {
    this.#tokenizer.scan(stretch, true, (text, start, behind) => {
      if (text === stretch) machine.take(from + start, from + behind);
      else machine.add(text.slice(start, behind));
    });
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** whether the machine can tell all of it; otherwise there is something in each of its lines that it cannot */
  readonly isTold: boolean;
}

/** Lines that the machine has loaded, by turns those that it can tell and those that it cannot. */
function* stretches(machine: WordsMachine, lines: string): Generator<Stretch> {
  for (let from = 0; from < lines.length;) {
    let untold = machine.firstUntold(from);
    let to = untold < lines.length ? beginOfLine(lines, untold) : lines.length;
    if (to > from) yield { from, to, isTold: true };
    from = to;
    for (; untold < lines.length && beginOfLine(lines, untold) === to; untold = machine.firstUntold(to))
      to = lines.indexOf('\n', untold) + 1;
    if (to > from) yield { from, to, isTold: false };
    from = to;
  }
}

function toldUnits(machine: WordsMachine, lines: string): number {
  machine.load(lines);
  let told = 0;
  for (const { from, to, isTold } of stretches(machine, lines)) if (isTold) told += to - from;
  return told;
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

import { SymbolStream, type Tokenizer } from './tokenizers/tokenizer.ts';
import { LinesCutter, type CutText } from './vocabulary/cut-text.ts';
import type { VocabularyBuilder } from './vocabulary/vocabulary-builder.ts';
import { WholeLines } from './whole-lines.ts';

/** UTF-16 units of a text from which on its lines are cut by what takes some milliseconds to come up. */
const LONG = 1 << 19;

/** Cuts a text that a tokenizer cuts by lines, and counts its symbols. */
export class LinesCutting {
  #stream: SymbolStream;
  readonly #builder: VocabularyBuilder;
  readonly #tokenizer: Tokenizer;
  readonly #lines = new WholeLines();
  #units = 0;
  /** null where it would be no quicker */
  #cutter: LinesCutter | null | undefined;

  constructor(tokenizer: Tokenizer, builder: VocabularyBuilder) {
    this.#stream = new SymbolStream(tokenizer, builder.add);
    this.#builder = builder;
    this.#tokenizer = tokenizer;
  }

  push(piece: string): void {
    const { text, areWhole } = this.#lines.take(piece);
    this.#units += text.length;
    const cut = areWhole && this.#units >= LONG ? this.#cutterFor(text)?.cut(text) : undefined;
    if (cut) this.append({ text, ...cut }, 'here');
    else if (text) this.#stream.push(text);
  }

  /** What cuts such lines quicker than the tokenizer does, if anything: all lines of a text are taken to be such. */
  #cutterFor(lines: string): LinesCutter | undefined {
    if (this.#cutter === null) return undefined;
    if (this.#cutter) return this.#cutter;
    const cutter = new LinesCutter(this.#tokenizer);
    this.#cutter = cutter.isQuickFor(lines) ? cutter : null;
    return this.#cutter ?? undefined;
  }

  /** Takes lines that were cut; all that was taken before were whole ones. */
  append(cut: CutText, cutter: 'here' | 'beside' = 'beside'): void {
    this.#stream.end();
    this.#stream = new SymbolStream(this.#tokenizer, this.#builder.add);
    this.#builder.append(cut, cutter);
  }

  /** @returns the first symbol of each source, of which there is one */
  end(): number[] {
    this.#stream.push(this.#lines.end());
    this.#stream.end();
    return [0];
  }
}

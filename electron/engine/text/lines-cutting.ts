import { SourceStream } from './source-stream.ts';
import { SymbolStream, type Tokenizer } from './tokenizers/tokenizer.ts';
import { LinesCutter, type CutText } from './vocabulary/cut-text.ts';
import type { VocabularyBuilder } from './vocabulary/vocabulary-builder.ts';
import type { TokenizerSettings } from './vocabulary/vocabulary.ts';
import { WholeLines } from './whole-lines.ts';

/** UTF-16 units of a text from which on its lines are cut by what takes some milliseconds to come up. */
const LONG = 1 << 19;

/** Cuts a text that a tokenizer cuts by lines, and counts its symbols. */
export class LinesCutting {
  readonly #stream: SourceStream;
  readonly #builder: VocabularyBuilder;
  readonly #settings: TokenizerSettings;
  readonly #lines = new WholeLines();
  #units = 0;
  #cutter: LinesCutter | undefined;

  /** @param settings of the tokenizer */
  constructor(tokenizer: Tokenizer, settings: TokenizerSettings, builder: VocabularyBuilder) {
    const open = () => new SymbolStream(tokenizer, builder.add);
    this.#stream = new SourceStream(open, [], () => builder.length);
    this.#builder = builder;
    this.#settings = settings;
  }

  push(piece: string): void {
    const { text, areWhole } = this.#lines.take(piece);
    this.#units += text.length;
    if (!areWhole || this.#units < LONG) return this.#stream.push(text);
    this.#cutter ??= new LinesCutter(this.#settings);
    const cut = this.#cutter.cut(text);
    if (cut) this.append({ text, ...cut }, 'here');
    else this.#stream.push(text);
  }

  /** Takes lines that were cut; all that was taken before were whole ones. */
  append(cut: CutText, cutter: 'here' | 'beside' = 'beside'): void {
    this.#stream.endLine();
    this.#builder.append(cut, cutter);
  }

  /** @returns the first symbol of each source, of which there is one */
  end(): number[] {
    this.#stream.push(this.#lines.end());
    return this.#stream.end();
  }
}

import { after, classAt, DICTIONARY, EXTENDS } from './character-classes.ts';
import { ChineseWords } from './chinese/chinese-words.ts';

/** Characters given to Intl.Segmenter in one call: fewer cost call overhead, more cost quadratic time. */
const BATCH = 256;
/** Longest stretch without a break that is cut in one go; a 10 MB line is cut in pieces of this size. */
const LONGEST_RUN = 400;
const FARTHEST = 2_000;

/**
 * Cuts runs of Chinese, Japanese, Thai, Lao, Khmer and Burmese into words: Chinese by a list of its own, all else by ICU's
 * dictionaries. The cuts inside a run depend on that run alone.
 */
export class DictionaryWords {
  readonly #classes: Uint8Array;
  readonly #segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  readonly #icu: boolean;
  /** made when a text holds such a run: most hold none */
  #chinese: ChineseWords | undefined;
  /** where the words end that were looked up ahead, and whether each ends its run */
  readonly #ends = new Int32Array(BATCH + FARTHEST);
  readonly #lasts = new Uint8Array(BATCH + FARTHEST);
  #count = 0;
  #next = 0;
  /** whether the last word handed out ended its run, so that the text may be cut there */
  last = true;

  /** @param icu whether ICU cuts Chinese too: as words were cut at first, and in Japanese, which shares its characters */
  constructor(classes: Uint8Array, icu: boolean) {
    this.#classes = classes;
    this.#icu = icu;
  }

  /** Forgets what was looked up ahead; to be called when another text starts. */
  reset() {
    this.#count = 0;
    this.#next = 0;
    this.last = true;
  }

  /** End of the word that starts at `at`, where a run starts or the last word ended. */
  end(text: string, at: number, final: boolean): number {
    if (this.#next === this.#count) this.#lookUp(text, at, final);
    this.last = this.#lasts[this.#next] === 1;
    return this.#ends[this.#next++];
  }

  #runGoesOn(text: string, at: number): boolean {
    const kind = classAt(this.#classes, text, at);
    return kind === DICTIONARY || kind === EXTENDS;
  }

  #runEnd(text: string, start: number): number {
    let at = start;
    while (at < text.length && at - start < LONGEST_RUN && this.#runGoesOn(text, at))
      at = after(this.#classes, text, at);
    return at;
  }

  /** Where a run of nothing but Chinese ends. @returns undefined for any other */
  #chineseEnd(text: string, start: number): number | undefined {
    if (this.#icu) return undefined;
    this.#chinese ??= new ChineseWords(LONGEST_RUN);
    const end = this.#chinese.runEnd(text, start);
    return end > start && (end - start >= LONGEST_RUN || !this.#runGoesOn(text, end)) ? end : undefined;
  }

  #lookUp(text: string, from: number, final: boolean) {
    this.reset();
    const chinese = this.#chineseEnd(text, from);
    if (chinese === undefined) this.#askIcu(text, from, final);
    else {
      this.#count = this.#chinese!.cut(text, from, chinese, this.#ends);
      this.#lasts.fill(0, 0, this.#count - 1);
      this.#lasts[this.#count - 1] = 1;
    }
    this.#leaveTornWord(text);
  }

  /** Runs are looked up many at a time, each alone on a line. */
  #askIcu(text: string, from: number, final: boolean) {
    const starts: number[] = [];
    let batch = '';
    let at = from;
    while (at < text.length && batch.length < BATCH && at - from < FARTHEST) {
      if (classAt(this.#classes, text, at) !== DICTIONARY) {
        at = after(this.#classes, text, at);
        continue;
      }
      if (starts.length > 0 && this.#chineseEnd(text, at) !== undefined) break;
      const end = this.#runEnd(text, at);
      const torn = (end === text.length && !final) || end - at >= LONGEST_RUN;
      if (torn && starts.length) break;
      starts.push(at);
      batch += text.slice(at, end) + '\n';
      at = end;
      if (torn) break;
    }
    this.#take(text, batch, starts);
  }

  #take(text: string, batch: string, starts: number[]) {
    let run = 0;
    let shift = starts[0];
    for (const { index, segment } of this.#segmenter.segment(batch)) {
      if (segment === '\n') {
        this.#lasts[this.#count - 1] = 1;
        shift = starts[++run] - index - 1;
        continue;
      }
      const start = shift + index;
      // a mark is never a word of its own: it stays with the word before it
      const mark = this.#count > 0 && this.#ends[this.#count - 1] === start;
      if (mark && classAt(this.#classes, text, start) === EXTENDS) this.#count--;
      this.#lasts[this.#count] = 0;
      this.#ends[this.#count++] = start + segment.length;
    }
  }

  /** In a run cut at its longest, the last word may be torn: it is looked up again with what follows. */
  #leaveTornWord(text: string) {
    const end = this.#ends[this.#count - 1];
    if (this.#count < 2 || end >= text.length || !this.#runGoesOn(text, end)) return;
    this.#count--;
    this.#lasts[this.#count - 1] = 1;
  }
}

import { after, classAt, DICTIONARY, EXTENDS } from './character-classes.ts';

/** Characters given to Intl.Segmenter in one call: fewer cost call overhead, more cost quadratic time. */
const BATCH = 256;
/** Longest stretch without a break that is cut in one go; a 10 MB line is cut in pieces of this size. */
const LONGEST_RUN = 400;
const FARTHEST = 2_000;

/**
 * Cuts runs of Chinese, Japanese, Thai, Lao, Khmer and Burmese into words by ICU's dictionaries. Runs are looked up
 * many at a time, each alone on a line, so the cuts inside a run depend on that run alone.
 */
export class DictionaryWords {
  readonly #classes: Uint8Array;
  readonly #segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  #ends: number[] = [];
  #lasts: boolean[] = [];
  #next = 0;
  /** whether the last word handed out ended its run, so that the text may be cut there */
  last = true;

  constructor(classes: Uint8Array) {
    this.#classes = classes;
  }

  /** Forgets what was looked up ahead; to be called when another text starts. */
  reset() {
    this.#ends = [];
    this.#lasts = [];
    this.#next = 0;
    this.last = true;
  }

  /** End of the word that starts at `at`, where a run starts or the last word ended. */
  end(text: string, at: number, final: boolean): number {
    if (this.#next === this.#ends.length) this.#lookUp(text, at, final);
    this.last = this.#lasts[this.#next];
    return this.#ends[this.#next++];
  }

  #runEnd(text: string, start: number): number {
    let at = start;
    while (at < text.length && at - start < LONGEST_RUN) {
      const kind = classAt(this.#classes, text, at);
      if (kind !== DICTIONARY && kind !== EXTENDS) break;
      at = after(this.#classes, text, at);
    }
    return at;
  }

  #lookUp(text: string, from: number, final: boolean) {
    this.reset();
    const starts: number[] = [];
    let batch = '';
    let at = from;
    while (at < text.length && batch.length < BATCH && at - from < FARTHEST) {
      if (classAt(this.#classes, text, at) !== DICTIONARY) {
        at = after(this.#classes, text, at);
        continue;
      }
      const end = this.#runEnd(text, at);
      const torn = (end === text.length && !final) || end - at >= LONGEST_RUN;
      if (torn && starts.length) break;
      starts.push(at);
      batch += text.slice(at, end) + '\n';
      at = end;
      if (torn) break;
    }
    this.#cut(text, batch, starts);
  }

  #cut(text: string, batch: string, starts: number[]) {
    let run = 0;
    let shift = starts[0];
    for (const { index, segment } of this.#segmenter.segment(batch)) {
      if (segment === '\n') {
        this.#lasts[this.#lasts.length - 1] = true;
        shift = starts[++run] - index - 1;
        continue;
      }
      const end = shift + index + segment.length;
      const start = shift + index;
      // a mark is never a word of its own: it stays with the word before it
      if (this.#ends.at(-1) === start && classAt(this.#classes, text, start) === EXTENDS) this.#ends.pop();
      else this.#lasts.push(false);
      this.#ends.push(end);
    }
    this.#leaveTornWord(text);
  }

  /** In a run cut at its longest, the last word may be torn: it is looked up again with what follows. */
  #leaveTornWord(text: string) {
    const end = this.#ends[this.#ends.length - 1];
    const kind = classAt(this.#classes, text, end);
    if (end >= text.length || (kind !== DICTIONARY && kind !== EXTENDS) || this.#ends.length < 2) return;
    this.#ends.pop();
    this.#lasts.pop();
    this.#lasts[this.#lasts.length - 1] = true;
  }
}

import { AesopError } from '../../../contract/errors.ts';

/** Percentage of characters that no text holds above which bytes are no text. */
const BINARY_PERCENT = 2;
/** Characters at the beginning that this is judged by. */
const JUDGED_CHARACTERS = 1 << 16;
/** So many are waited for, while the text goes on. */
const ENOUGH = 1 << 10;
/** Controls but tab, line ends, form feed, end of file, escape, and NUL, with which files are padded and torn. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROLS = /[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]/g;
/** What two bytes of anything make where they are taken for a character. */
const NO_CHARACTERS = /[\p{Cn}\ufffd]/gu;

/** How often one string, or run of bytes, stands in another, without overlap. */
export function occurrences<Sequence extends string | Buffer>(of: Sequence, within: Sequence): number {
  let count = 0;
  for (let at = within.indexOf(of as string); at !== -1; at = within.indexOf(of as string, at + of.length)) count++;
  return count;
}

/** The one judge of what is no text, whichever way it comes in. */
export class BinaryJudge {
  readonly #name: string;
  #judged = 0;
  #odd = 0;
  #seen = 0;
  #ended = false;

  /** @param name what the text is called */
  constructor(name = '') {
    this.#name = name;
  }

  /**
   * Looks at what was read, until it has seen enough.
   * @param wide as `isWide` of its encoding
   * @throws AesopError text-binary
   */
  take(text: string, wide: boolean) {
    if (this.#ended || !text) return;
    const head = text.slice(0, JUDGED_CHARACTERS - this.#judged);
    this.#seen += head.length;
    this.#judged += head.length - occurrences('\0', head);
    this.#odd += (head.match(CONTROLS)?.length ?? 0) + (wide ? (head.match(NO_CHARACTERS)?.length ?? 0) : 0);
    if (this.#judged >= ENOUGH) this.#judge();
    this.#ended ||= this.#judged >= JUDGED_CHARACTERS;
  }

  /** The text has ended. @throws AesopError text-binary */
  end() {
    if (!this.#ended) this.#judge();
    this.#ended = true;
  }

  #judge() {
    const percent = this.#judged ? (100 * this.#odd) / this.#judged : this.#seen && 100;
    if (percent > BINARY_PERCENT)
      throw new AesopError('text-binary', { name: this.#name, percent: Number(percent.toFixed(1)) });
  }
}

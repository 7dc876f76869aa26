/** The large letter that a chapter begins with, perhaps behind a quotation mark. */
export const CAP = /^["“”„‘’‚«»‹›]?\s?\p{Lu}$/u;
/** Such a letter that is no word by itself in any language: of others nobody knows whether a word goes on behind a gap. */
const NO_WORD = /^["“”„‘’‚«»‹›]?\s?[BCDFGHJLMNPQRTX]$/;
const CLASS =
  /(?:^|[\s_-])(?:drop[-_]?(?:caps?|letter)?|dropped|initial|lettrine|first[-_]?letter|versal|illuminated)(?=$|[\s_\d])/i;
const LONGEST_CLASS = 500;

/** Most characters of what a word processor sets in a frame before its paragraph: a letter with its quotation mark, or a word. */
const LONGEST_FRAMED = 30;
/** A chapter's or a verse's number stands in such a frame as well, and begins no word. */
const NUMBER_LAST = /\p{N}[^\p{L}\p{N}]*$/u;
/** Whether what stands in a frame is that. */
export const isFramedCap = (text: string): boolean => text.length <= LONGEST_FRAMED && !NUMBER_LAST.test(text);

/** Whether an element is called as those are in which such a letter stands. */
export const isCalledCap = ({ class: called = '' }: Readonly<Record<string, string>>): boolean =>
  called !== '' && called.length < LONGEST_CLASS && CLASS.test(called);

/**
 * Whether the first word goes on in a text that stands apart from its letter. What begins with the same letter is an entry
 * under it, in an index or a dictionary.
 */
export const goesOn = (letter: string, text: string): boolean =>
  NO_WORD.test(letter) && /^\s*\p{Ll}/u.test(text) && text.trimStart()[0].toUpperCase() !== letter.at(-1);

/** Most that is taken to be a letter with its mark, and with blanks. */
const LONGEST = 4;
const LONGEST_WITH_BLANKS = 400;

/** A letter that waits for the rest of its word. */
export class DropCap {
  #letter = '';
  #isWhole = false;
  #gap = '';
  readonly #element: string;
  /** an initial may be one of a name, which goes on behind a blank */
  readonly #isInitial: boolean;
  #open = 1;

  /** @param element in which it stands */
  constructor(element: string, { class: called = '' }: Readonly<Record<string, string>>) {
    this.#element = element;
    this.#isInitial = /initial/i.test(called);
  }

  /** Whether what stands there is no letter after all. */
  get isNone(): boolean {
    const letter = this.#letter.trim();
    return !this.#isWhole && letter !== '' && !CAP.test(letter);
  }

  open(name: string): void {
    if (!this.#isWhole && name === this.#element) this.#open++;
  }

  close(name: string): void {
    if (!this.#isWhole && name === this.#element && --this.#open === 0) this.#isWhole = true;
  }

  /** A line ends. */
  endLine(): void {
    if (this.#letter) this.#gap = '\n';
  }

  /** @returns what is to be written before the text, and whether that ends a line; undefined while it waits */
  take(text: string): { text: string; rest: string; parted: boolean } | undefined {
    if (!this.#isWhole) {
      this.#letter += text;
      const isNone = this.#letter.length > LONGEST_WITH_BLANKS || this.#letter.trim().length > LONGEST;
      return isNone ? { text: this.#letter, rest: '', parted: false } : undefined;
    }
    if (!text.trim()) {
      this.#gap ||= text && ' ';
      return undefined;
    }
    const letter = this.#letter.trim();
    const isName = this.#isInitial && (this.#gap === ' ' || (!this.#gap && /^\s/.test(text)));
    if (!isName && goesOn(letter, text)) return { text: letter + text.trimStart(), rest: '', parted: false };
    const parted = this.#gap === '\n';
    return { text: this.#letter + (parted ? '' : this.#gap), rest: text, parted };
  }

  get letter(): string {
    return this.#letter;
  }
}

import type { DocumentKind } from '../../../contract/document.ts';
import { isBlank, type Line } from './line.ts';
import { isTypeset } from './typeset.ts';

/** Columns of wrapped lines: a shorter one ends its paragraph, a longer one is a paragraph of its own. */
const FEWEST_COLUMNS = 40;
const MOST_COLUMNS = 120;
const MOST_LINES = 40;
const ENDS_SENTENCE = /[.!?…。！？][\p{Pe}\p{Pf}"']{0,3}\s*$/u;
/** Where no spaces tell a wrapped line from a paragraph. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Tells how far a note goes that begins with a line: to the end of its paragraph, as far as lines show where that is. */
export class NoteBody {
  readonly #wraps: boolean;
  #last = '';
  #lines = 0;

  constructor(kind: DocumentKind) {
    this.#wraps = kind === 'pdf' || !isTypeset(kind);
  }

  begin({ text }: Line): void {
    this.#last = text.trimEnd();
    this.#lines = 1;
  }

  /** Whether the note that began goes on with a line; where it does not, it has ended. */
  goesOn(line: Line): boolean {
    if (this.#lines === 0) return false;
    this.#lines = this.#isNext(line) ? this.#lines + 1 : 0;
    this.#last = line.text.trimEnd();
    return this.#lines > 0;
  }

  end(): void {
    this.#lines = 0;
  }

  get isOpen(): boolean {
    return this.#lines > 0;
  }

  #isNext(line: Line): boolean {
    if (!this.#wraps || isBlank(line) || this.#lines >= MOST_LINES || !SAYS_SOMETHING.test(line.text)) return false;
    if (Math.max(this.#last.length, line.text.trimEnd().length) > MOST_COLUMNS) return false;
    return !ENDS_SENTENCE.test(this.#last) || (this.#last.length >= FEWEST_COLUMNS && !UNSPACED.test(this.#last));
  }
}

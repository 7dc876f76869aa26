import { createHash } from 'node:crypto';
import type { RawText } from '../../contract/document.ts';

/** Size and hash of a text that comes in pieces. */
export class TextMeasure {
  readonly #hash = createHash('sha256');
  #characters = 0;
  #lines = 0;
  #ended = true;
  #sha256: string | undefined;

  push(piece: string): void {
    if (!piece) return;
    this.#hash.update(piece, 'utf8');
    this.#characters += piece.length;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) this.#lines++;
    this.#ended = piece.endsWith('\n');
  }

  /** UTF-16 units so far */
  get characters(): number {
    return this.#characters;
  }

  /** To be asked for once all pieces were pushed. */
  get total(): RawText {
    this.#sha256 ??= this.#hash.digest('hex');
    return { characters: this.#characters, lines: this.#lines + (this.#ended ? 0 : 1), sha256: this.#sha256 };
  }
}

const MARK = '\ufeff';

/** A text as its source is measured: joined files leave byte order marks inside, which nobody wrote. */
export const withoutMarks = (text: string): string => (text.includes(MARK) ? text.replaceAll(MARK, '') : text);

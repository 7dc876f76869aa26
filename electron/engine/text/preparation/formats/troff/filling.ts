import { lineOf } from '../../line.ts';
import type { Opening } from '../../step.ts';

/** A tag that is only a sign or a number stands before its paragraph. */
const SIGN = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,3}[.)])$/u;
const CLOSE = /^[.,:;)\]?!](?:\s|$)/;
const LONGEST = 1 << 16;

/** Fills lines into paragraphs, as they are printed. */
export class Filling {
  readonly #opening: Opening;
  #paragraph = '';
  /** of which it is filled */
  #lines = 0;
  #wasBlank = true;
  isFilled = true;
  /** what the next words are */
  next: 'heading' | 'tag' | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  say(said: string, as = this.next): void {
    this.next = undefined;
    if (said.trim() === '') return;
    if (as === 'heading' || (as === 'tag' && !SIGN.test(said.trim()))) return this.write(said.trim());
    if (!this.isFilled) return this.write(said.trimEnd());
    const close = this.#paragraph === '' || CLOSE.test(said);
    if (this.#lines > 0) this.#opening.tally.count(1, 1);
    this.#paragraph += (close ? '' : ' ') + said.trim();
    this.#lines++;
    if (this.#paragraph.length > LONGEST) this.flush();
  }

  write(text: string): void {
    this.#wasBlank = text === '';
    this.#opening.emit(lineOf(text, true));
  }

  flush(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = '';
    this.#lines = 0;
    if (paragraph !== '') this.write(paragraph);
  }

  /** Ends a paragraph. */
  part(): void {
    this.flush();
    if (!this.#wasBlank) this.write('');
  }
}

import { rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { Seam } from './seam.ts';
import type { Opening, Stage, Step } from './step.ts';

const NUMBER = '(?:\\d{1,4}[ab]?|[ivxlc]{1,8})';
const MARK = new RegExp(
  `\\[(?:Pg|Page|Seite|Página|Pág|Pagina|Pag|Side|Sida)\\.? ?(${NUMBER})(?: ?[-–] ?${NUMBER})?\\]|\\[(?:pp?|S)\\.? ?(${NUMBER})\\]|\\{(?:(?:Pg|Page|pp?|S)\\.? ?)?(${NUMBER})\\}`,
  'gi',
);
/** By how many pages the next mark is further on, at most. */
const FURTHER = 12;
const LEAST_RISING = 3;
const RISING_SHARE = 0.8;

class PageMarks implements Stage {
  readonly #opening: Opening;
  readonly #seam: Seam;
  /** those that call themselves a page's */
  #named = 0;
  #rising = 0;
  #last: number | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#seam = new Seam(opening.emit);
  }

  line(line: Line): void {
    if ((line.marks & (MARKS.bracket | MARKS.tag)) === 0) return this.#seam.take(line);
    let text = '';
    let from = 0;
    let places = 0;
    for (const match of line.text.matchAll(MARK)) {
      this.#see(match);
      places++;
      text += line.text.slice(from, match.index);
      from = match.index + match[0].length;
      const rest = line.text.slice(from);
      if (text.trim() === '' || /\s$/.test(text)) from += rest.length - rest.trimStart().length;
    }
    if (places === 0) return this.#seam.take(line);
    text = (text + line.text.slice(from)).trimEnd();
    this.#opening.tally.note(line.text.length - text.length, line.text, text, places);
    if (text === '' && line.ended) this.#seam.cut();
    else this.#seam.take(rewritten(line, text));
  }

  #see([, named, brief, bare]: RegExpMatchArray): void {
    if (named) this.#named++;
    const page = Number.parseInt(named ?? brief ?? bare, 10);
    if (Number.isNaN(page)) return;
    if (this.#last !== undefined && page > this.#last && page <= this.#last + FURTHER) this.#rising++;
    this.#last = page;
  }

  gap(): void {
    this.#seam.end();
    this.#last = undefined;
  }

  end(): void {
    this.#seam.end();
  }

  found() {
    const { places } = this.#opening.tally;
    if (places === 0) return undefined;
    const rises = this.#rising >= LEAST_RISING && this.#rising >= RISING_SHARE * (places - 1);
    return this.#named > 0 || rises ? { sure: rises || this.#named === places } : undefined;
  }
}

/** Leaves out marks of pages in the midst of a text: [Pg 12], {12}. */
export const pageMarks: Step = { name: 'pagemarks', leads: 'where sure', open: (opening) => new PageMarks(opening) };

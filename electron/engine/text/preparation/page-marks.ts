import { Left } from './left.ts';
import { rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { Seam } from './seam.ts';
import type { Opening, Stage, Step } from './step.ts';

const NUMBER = '(?:\\d{1,4}[ab]?|[ivxlc]{1,8})';
const MARK = new RegExp(
  `\\[(?:Pg|Page|Seite|Página|Pág|Pagina|Pag|Side|Sida)\\.? ?(${NUMBER})(?: ?[-–] ?${NUMBER})?\\]|\\[(?:pp?|S)\\.? ?(${NUMBER})\\]|\\{(?:(?:Pg|Page|pp?|S)\\.? ?)?(${NUMBER})\\}`,
  'gi',
);
/** A mark that a line end divides. */
const DIVIDED = /\s?\[(?:Pg|Page|Seite|Página|Pág|Pagina|Pag|Side|Sida)\.?\s*$/i;
const REST = new RegExp(`^\\s*(${NUMBER})\\]\\s*`, 'i');
/** By how many pages the next mark is further on, at most. */
const FURTHER = 12;
/** UTF-16 units of the longest beginning of a mark, with blanks. */
const LONGEST_MARK = 16;
const LEAST_RISING = 3;
const RISING_SHARE = 0.8;

class PageMarks implements Stage {
  readonly #opening: Opening;
  readonly #seam: Seam;
  /** those that call themselves a page's */
  #named = 0;
  #rising = 0;
  #last: number | undefined;
  /** a line that ends with the beginning of a mark */
  #divided: Line | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#seam = new Seam(opening.emit);
  }

  line(line: Line): void {
    const before = this.#divided;
    this.#divided = undefined;
    const rest = before && REST.exec(line.text);
    if (!before || !rest) {
      if (before) this.#take(before);
      if (line.ended && (line.marks & MARKS.bracket) !== 0 && DIVIDED.test(line.text.slice(-LONGEST_MARK)))
        this.#divided = line;
      else this.#take(line);
      return;
    }
    const [above, below] = [before.text.replace(DIVIDED, ''), line.text.slice(rest[0].length)];
    const characters = before.text.length - above.length + rest[0].length;
    this.#opening.tally.note(characters, `${before.text}⏎${line.text}`, `${above}⏎${below}`);
    this.#count(rest[1], true);
    if (above === '') this.#seam.cut();
    else this.#take(rewritten(before, above));
    if (below === '' && line.ended) this.#seam.cut();
    else this.#take(rewritten(line, below));
  }

  #take(line: Line): void {
    if ((line.marks & (MARKS.bracket | MARKS.tag)) === 0) return this.#seam.take(line);
    const left = new Left();
    let places = 0;
    for (const match of line.text.matchAll(MARK)) {
      this.#see(match);
      places++;
      left.add(line.text.slice(left.from, match.index));
      left.goOn(line.text, match.index + match[0].length);
    }
    if (places === 0) return this.#seam.take(line);
    const text = (left.text + line.text.slice(left.from)).trimEnd();
    this.#opening.tally.note(line.text.length - text.length, line.text, text, places);
    if (text === '' && line.ended) this.#seam.cut();
    else this.#seam.take(rewritten(line, text));
  }

  #see([, named, brief, bare]: RegExpMatchArray): void {
    this.#count(named ?? brief ?? bare, named !== undefined);
  }

  #count(number: string, isNamed: boolean): void {
    if (isNamed) this.#named++;
    const page = Number.parseInt(number, 10);
    if (Number.isNaN(page)) return;
    if (this.#last !== undefined && page > this.#last && page <= this.#last + FURTHER) this.#rising++;
    this.#last = page;
  }

  gap(): void {
    this.end();
    this.#last = undefined;
  }

  end(): void {
    if (this.#divided) this.#take(this.#divided);
    this.#divided = undefined;
    this.#seam.end();
  }

  found() {
    const { places } = this.#opening.tally;
    if (places === 0) return undefined;
    const rises = this.#rising >= LEAST_RISING && this.#rising >= RISING_SHARE * (places - 1);
    const allRise = places > 1 && this.#rising === places - 1;
    return this.#named > 0 || rises ? { sure: rises || allRise || this.#named === places } : undefined;
  }
}

/** Leaves out marks of pages in the midst of a text: [Pg 12], {12}. */
export const pageMarks: Step = { name: 'pagemarks', leads: 'where sure', open: (opening) => new PageMarks(opening) };
